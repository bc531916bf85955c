// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.util.List;
import org.trialcourier.problem.Problem;
import org.trialcourier.wire.WireJson;
import tools.jackson.core.JacksonException;

/** Problems as they are kept in the database: without anything that may name a source file. */
final class ProblemText {
    private ProblemText() {}

    private record Kept(String kind, String fields) {}

    private record KeptImages(List<KeptImage> images) {}

    private record KeptImage(int number, Object reason) {}

    static String write(Problem problem) {
        Problem safe = safe(problem);
        Object fields = safe instanceof Problem.HeldBack held
                ? new KeptImages(held.images().stream()
                        .map(image -> new KeptImage(image.number(), PhraseText.write(image.reason())))
                        .toList())
                : safe;
        return WireJson.writeText(new Kept(safe.getClass().getSimpleName(), WireJson.writeText(fields)));
    }

    /** A kind that this version does not know reads as an unexpected one. */
    static Problem read(String text) {
        try {
            Kept kept = WireJson.read(text, Kept.class);
            if (kept.kind().equals(Problem.HeldBack.class.getSimpleName())) {
                return new Problem.HeldBack(WireJson.read(kept.fields(), KeptImages.class).images().stream()
                        .map(image -> new Problem.HeldImage(image.number(), PhraseText.read(image.reason())))
                        .toList());
            }
            for (Class<?> kind : Problem.class.getDeclaredClasses()) {
                if (Problem.class.isAssignableFrom(kind)
                        && kind.isRecord()
                        && kind.getSimpleName().equals(kept.kind())) {
                    return (Problem) WireJson.read(kept.fields(), kind);
                }
            }
            return new Problem.Unexpected(kept.kind());
        } catch (IllegalArgumentException | JacksonException unknown) {
            return new Problem.Unexpected("note");
        }
    }

    /** The same problem with its fields that are for the screen only left empty. */
    static Problem safe(Problem problem) {
        return switch (problem) {
            case Problem.Unreadable p -> new Problem.Unreadable("", "");
            case Problem.SourceLeft p -> new Problem.SourceLeft("");
            case Problem.BadFile p -> new Problem.BadFile("", p.mistakes());
            case Problem.Blocked p -> new Problem.Blocked(List.of());
            case Problem.SeveralPeople p -> new Problem.SeveralPeople(List.of());
            case Problem.Unwritable p -> new Problem.Unwritable("", p.why());
            default -> problem;
        };
    }
}
