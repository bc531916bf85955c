// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trialcourier.deid.rules.ProfileRow;
import org.trialcourier.deid.rules.ProfileTable;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;

/**
 * Every row of the table about a date or time, under both options that retain them, at the top and in sequences of every
 * treatment: kept ones, replaced ones, one within the other, and one of a private owner that a rule keeps.
 */
class RetainedDatesTest {
    private static final int VERIFYING_OBSERVER = 0x0040A073;
    private static final int CONTENT = 0x0040A730;
    private static final int REFERENCED_SERIES = 0x00081115;
    private static final int PRIVATE = 0x00291010;
    private static final int GRAPHICS = 0x00700001;
    private static final List<List<Integer>> PLACES = List.of(
            List.of(),
            List.of(VERIFYING_OBSERVER),
            List.of(CONTENT),
            List.of(CONTENT, CONTENT, VERIFYING_OBSERVER),
            List.of(REFERENCED_SERIES, VERIFYING_OBSERVER, CONTENT),
            List.of(GRAPHICS),
            List.of(PRIVATE, VERIFYING_OBSERVER));

    @Test
    void fullDatesStayAsTheyAreAtEveryDepth() {
        holds(Option.RETAIN_LONGITUDINAL_FULL_DATES, value -> value);
    }

    @Test
    void modifiedDatesAreShiftedAtEveryDepth() {
        DicomFile study = file(Tag.STUDY_DATE, "20200315", List.of());
        String shifted =
                cleaned(study, Option.RETAIN_LONGITUDINAL_MODIFIED_DATES).text(Tag.STUDY_DATE);
        assertThat(shifted).matches("20(19|20)\\d{4}").isNotEqualTo("20200315");
        holds(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES, value -> value.replace("20200315", shifted));
    }

    private static void holds(Option option, UnaryOperator<String> expected) {
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (ProfileRow row : ProfileTable.standard().rows()) {
            int tag = row.tag().equals("PRIVATE")
                    ? 0
                    : Integer.parseUnsignedInt(row.tag().replace('x', '0'), 16);
            Vr vr = vr(tag);
            if (row.code(option) == '-' || tag == 0 || vr == Vr.SQ) {
                continue;
            }
            rows++;
            String value =
                    switch (vr) {
                        case DA -> "20200315";
                        case DT -> "20200315101112.5+0100";
                        case TM -> "101112.5";
                        case SH -> "+0100";
                        case FD -> "1584263472.5";
                        case SL, UL, IS, DS -> "1584263472";
                        default -> "20200315";
                    };
            for (List<Integer> place : PLACES) {
                DataSet result = at(cleaned(file(tag, value, place), option), place);
                String found = vr == Vr.OB ? bytes(result.get(tag)) : result.text(tag);
                // A stamp of bytes is no date that could be shifted, so where dates are modified it goes.
                boolean shiftless = vr == Vr.OB && option == Option.RETAIN_LONGITUDINAL_MODIFIED_DATES;
                if (shiftless ? found.equals(value) : !found.equals(expected.apply(value))) {
                    wrong.add(row.tag() + " " + row.name() + " " + vr + " in " + place + ": " + found);
                }
            }
        }
        assertThat(rows).isGreaterThan(160);
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    private static String bytes(@Nullable Element element) {
        return element != null && element.value() instanceof Value.Bytes bytes
                ? new String(bytes.data(), StandardCharsets.US_ASCII)
                : "";
    }

    private static DataSet cleaned(DicomFile file, Option option) {
        List<ExtraRule> rules = List.of(ExtraRule.of("(0029,xx10)", "K", "FICTIONAL OWNER", null));
        Outcome outcome = new Deidentifier(Requests.with(rules, option)).apply(file, new PatientValues());
        return ((Outcome.Clean) outcome).file().data();
    }

    private static DataSet at(DataSet data, List<Integer> place) {
        DataSet at = data;
        for (int sequence : place) {
            at = at.items(sequence).isEmpty()
                    ? new DataSet()
                    : at.items(sequence).getFirst();
        }
        return at;
    }

    /** Rows of dates that the dictionary does not have are found in files as what they are. */
    private static Vr vr(int tag) {
        Vr vr = Dictionary.standard().vrOf(tag);
        return vr == Vr.UN ? Vr.DT : vr;
    }

    private static DicomFile file(int tag, String value, List<Integer> place) {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.88.33");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.1");
        DataSet inner = place.isEmpty() ? data : new DataSet();
        Vr vr = vr(tag);
        if (vr == Vr.OB) {
            inner.putBytes(tag, vr, value.getBytes(StandardCharsets.US_ASCII));
        } else {
            inner.putText(tag, vr, value);
        }
        for (int i = place.size() - 1; i >= 0; i--) {
            DataSet outer = i == 0 ? data : new DataSet();
            if (place.get(i) == PRIVATE) {
                outer.putText(0x00290010, Vr.LO, "FICTIONAL OWNER");
            }
            outer.putItems(place.get(i), List.of(inner));
            inner = outer;
        }
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }
}
