// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.util.List;
import java.util.Map;
import org.trialcourier.problem.Phrase;

/**
 * Phrases as they are kept in the database: {@code {"key": …, "arguments": […]}}, which a person can read, too. Before
 * there were phrases, reasons were kept as English sentences; these still read as what they say.
 */
final class PhraseText {
    private static final String KEY = "key";
    private static final String ARGUMENTS = "arguments";

    private PhraseText() {}

    static Map<String, Object> write(Phrase phrase) {
        return Map.of(
                KEY,
                phrase.key(),
                ARGUMENTS,
                phrase.arguments().stream()
                        .map(argument -> argument instanceof Phrase inner ? write(inner) : argument)
                        .toList());
    }

    static Phrase read(Object kept) {
        if (kept instanceof Map<?, ?> fields && fields.get(ARGUMENTS) instanceof List<?> arguments) {
            return new Phrase(
                    String.valueOf(fields.get(KEY)),
                    arguments.stream()
                            .map(argument -> argument instanceof Map ? read(argument) : (Object) argument)
                            .toList());
        }
        return Phrase.verbatim(String.valueOf(kept));
    }
}
