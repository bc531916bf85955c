// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Dictionary;
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

    /** Kinds of values that say who the patient is, or name another person. */
    private static final Set<ValueKind> NEVER_KEPT = EnumSet.of(
            ValueKind.NAME, ValueKind.PERSON, ValueKind.ID, ValueKind.BIRTH_DATE, ValueKind.ADDRESS, ValueKind.PHONE);

    private static final int OTHER_PATIENT_IDS_SEQUENCE = 0x00101002;

    /** Without these an image is none: they may be made anew or kept, but not taken away. */
    private static final Set<Integer> IDENTITY =
            Set.of(Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID);

    /** Pixel Data, whole numbers or not. */
    private static final Set<Integer> PICTURE =
            Set.of(Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA);

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
        if ((code == 'K' || code == 'C') && identifies(last)) {
            throw new IllegalArgumentException(attribute + " says who somebody is and cannot be kept");
        }
        if (tags.isEmpty() && code != 'K' && code != 'C') {
            refuseTakingAway(attribute, last, code);
        }
        if (value != null && code != 'D') {
            throw new IllegalArgumentException("only the action D takes a \"value\"");
        }
        String owner = isPrivate && creator != null ? creator.strip() : "";
        return new ExtraRule(tags, isPrivate ? last & 0xFFFF00FF : last, owner, code, Optional.ofNullable(value));
    }

    private static boolean identifies(int tag) {
        return tag == OTHER_PATIENT_IDS_SEQUENCE
                || !Tag.isPrivate(tag)
                        && NEVER_KEPT.contains(
                                ValueKind.of(tag, Dictionary.standard().vrOf(tag)));
    }

    private static void refuseTakingAway(String attribute, int tag, char code) {
        if (tag == Tag.PATIENT_ID) {
            throw new IllegalArgumentException(attribute + " becomes the subject's id, which no rule changes");
        }
        if (PICTURE.contains(tag)) {
            throw new IllegalArgumentException(
                    "the action " + code + " would leave images without their picture (" + attribute + ")");
        }
        if (IDENTITY.contains(tag) && (code != 'U' || tag == Tag.SOP_CLASS_UID)) {
            throw new IllegalArgumentException(
                    "the action " + code + " would leave images without their identity (" + attribute + ")");
        }
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
