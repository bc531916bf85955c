// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Tag;

/**
 * A rule of the trial, which wins over the profile. {@code attribute} is a keyword ({@code PatientAge}), a tag ({@code
 * (0010,1010)}), for a private attribute its tag with {@code xx} for the block ({@code (0019,xx0C)}) and a creator, or
 * a path of these with dots ({@code RequestAttributesSequence.ScheduledProcedureStepID}); without a path it holds at
 * every depth. The more exact rule wins, never the later one.
 *
 * @param path the sequences it stands in, outermost first; empty = everywhere
 * @param tag the attribute; for a private one the block bits (0xFF00) are zero
 * @param creator the private creator; empty for a standard attribute
 * @param code one of K X Z D C U, or R: refuse the whole instance
 * @param value what D writes; empty = a dummy
 */
public record ExtraRule(List<Integer> path, int tag, String creator, char code, Optional<String> value) {
    private static final Pattern BLOCK = Pattern.compile("\\(?([0-9A-Fa-f]{4}),?[xX]{2}([0-9A-Fa-f]{2})\\)?");
    private static final String CODES = "KXZDCUR";

    /** Patient's Name, Patient ID, Other Patient IDs and Names, Birth Name, Address, Mother's Name, Telephone. */
    private static final Set<Integer> NEVER_KEPT = Set.of(
            0x00100010, 0x00100020, 0x00101000, 0x00101001, 0x00101002, 0x00101005, 0x00101040, 0x00101060, 0x00102154);

    public ExtraRule {
        path = List.copyOf(path);
    }

    /**
     * Reads a rule as it stands in a trial file.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong with it
     */
    public static ExtraRule of(String attribute, String action, @Nullable String creator, @Nullable String value) {
        List<Integer> tags = new ArrayList<>();
        for (String step : attribute.strip().split("\\.(?![^(]*\\))", -1)) {
            tags.add(tag(step.strip()));
        }
        int last = tags.removeLast();
        boolean isPrivate = Tag.isPrivate(last);
        if (isPrivate && (creator == null || creator.isBlank())) {
            throw new IllegalArgumentException("the private attribute " + attribute + " needs its \"creator\"");
        }
        if (action.length() != 1 || CODES.indexOf(action.charAt(0)) < 0) {
            throw new IllegalArgumentException("the action \"" + action + "\" is none of K, X, Z, D, C, U, R");
        }
        char code = action.charAt(0);
        if ((code == 'K' || code == 'C') && NEVER_KEPT.contains(last)) {
            throw new IllegalArgumentException(attribute + " identifies the patient and cannot be kept");
        }
        if (value != null && code != 'D') {
            throw new IllegalArgumentException("only the action D takes a \"value\"");
        }
        String owner = isPrivate && creator != null ? creator.strip() : "";
        return new ExtraRule(tags, isPrivate ? last & 0xFFFF00FF : last, owner, code, Optional.ofNullable(value));
    }

    private static int tag(String step) {
        Matcher block = BLOCK.matcher(step);
        if (block.matches()) {
            return Integer.parseUnsignedInt(block.group(1) + "00" + block.group(2), 16);
        }
        OptionalInt tag = Tag.parse(step);
        if (tag.isEmpty()) {
            throw new IllegalArgumentException("\"" + step + "\" is no keyword and no tag that DICOM knows");
        }
        return tag.getAsInt();
    }
}
