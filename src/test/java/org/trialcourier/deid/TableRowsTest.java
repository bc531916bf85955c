// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
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
 * Every row of the profile's table with every option: an attribute at the top level, three sequences deep and inside a
 * private sequence, against what the table says.
 */
class TableRowsTest {
    private static final String SENTINEL = "Zqxsentinel";
    private static final String OLD_UID = "1.2.276.0.9999.1.2.3";
    private static final List<String> ASSIGNED = List.of(
            "00100010",
            "00100020",
            "00120010",
            "00120020",
            "00120021",
            "00120030",
            "00120031",
            "00120040",
            "00120050",
            "00120051",
            "00120060");

    @TestFactory
    Stream<DynamicTest> theTableHolds() {
        List<DynamicTest> tests = new ArrayList<>();
        assertThat(ProfileTable.standard().rows().stream().filter(ProfileRow::inEdition))
                .hasSize(621);
        tests.add(DynamicTest.dynamicTest("Basic Profile", () -> all(null)));
        for (Option option : Option.values()) {
            tests.add(DynamicTest.dynamicTest(option.jsonName(), () -> all(option)));
        }
        return tests.stream();
    }

    private static void all(@Nullable Option option) {
        List<ExtraRule> rules = List.of(ExtraRule.of("(0029,xx10)", "K", "FICTIONAL OWNER", null));
        DeidRequest request = option == null ? Requests.with(rules) : Requests.with(rules, option);
        Deidentifier deidentifier = new Deidentifier(request);
        PatientValues values = PatientValues.collect(List.of(patient()));
        for (ProfileRow row : ProfileTable.standard().rows()) {
            if (row.tag().equals("PRIVATE")) {
                continue;
            }
            int tag = Integer.parseUnsignedInt(row.tag().replace('x', '0'), 16);
            boolean kept = option != null && row.code(option) == 'K';
            DicomFile file = file(tag, kept ? "Keptword" : SENTINEL);
            Outcome outcome = deidentifier.apply(file, values);
            assertThat(outcome).as(row.name()).isInstanceOf(Outcome.Clean.class);
            DataSet result = ((Outcome.Clean) outcome).file().data();
            if (!ASSIGNED.contains(row.tag())) {
                check(row, option, file.data(), result, tag, "top level");
            }
            DataSet deep = item(result, 0x00081115, 0x0008114A, 0x0040A170);
            check(row, option, item(file.data(), 0x00081115, 0x0008114A, 0x0040A170), deep, tag, "three deep");
            DataSet inPrivate = item(result, 0x00291010);
            check(row, option, item(file.data(), 0x00291010), inPrivate, tag, "in a private sequence");
        }
    }

    private static void check(
            ProfileRow row, @Nullable Option option, DataSet source, DataSet result, int tag, String place) {
        char column = option == null ? '-' : row.code(option);
        Element before = source.get(tag);
        Element after = result.get(tag);
        String what = row + " " + place + " " + (after == null ? "absent" : result.texts(after));
        assertThat(before).isNotNull();
        if (before == null || row.tag().compareTo("0005") < 0) {
            assertThat(after).as(what).isNull();
            return;
        }
        boolean absent = after == null;
        boolean empty = after != null && after.isEmpty();
        boolean same = after != null
                && !empty
                && before.value() instanceof Value.Bytes old
                && after.value() instanceof Value.Bytes made
                && Arrays.equals(old.data(), made.data());
        boolean overlay = row.tag().startsWith("60") || row.tag().startsWith("50");
        if (column == 'K') {
            assertThat(before.vr() == Vr.SQ ? !absent : same).as(what).isTrue();
            return;
        }
        if (column == 'C' && !overlay) {
            assertThat(absent ? List.of() : result.texts(after)).as(what).noneMatch(value -> String.valueOf(value)
                    .contains(SENTINEL));
            if (before.vr() == Vr.LO) {
                assertThat(result.text(tag)).as(what).isEqualTo("left lung");
            }
            return;
        }
        Set<String> codes = Set.of(row.basic().split("/"));
        boolean dummy = after != null && !empty && !same;
        boolean allowed = absent && codes.contains("X")
                || empty && codes.contains("Z")
                || dummy && (codes.contains("D") || codes.contains("Z"))
                || dummy && codes.contains("U") && result.text(tag).startsWith("2.25.")
                || before.vr() == Vr.SQ && !absent && (codes.contains("U*") || codes.contains("D"));
        assertThat(allowed).as(what).isTrue();
    }

    private static DataSet item(DataSet data, int... sequences) {
        DataSet at = data;
        for (int sequence : sequences) {
            at = at.items(sequence).getFirst();
        }
        return at;
    }

    private static DicomFile file(int tag, String word) {
        DataSet deepest = new DataSet();
        put(deepest, tag, word);
        DataSet middle = new DataSet();
        middle.putItems(0x0040A170, List.of(deepest));
        DataSet outer = new DataSet();
        outer.putItems(0x0008114A, List.of(middle));
        DataSet owned = new DataSet();
        put(owned, tag, word);
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.1");
        data.putItems(0x00081115, List.of(outer));
        data.putText(0x00290010, Vr.LO, "FICTIONAL OWNER");
        data.putItems(0x00291010, List.of(owned));
        if (tag != Tag.SOP_INSTANCE_UID) {
            put(data, tag, word);
        } else {
            data.putText(Tag.SOP_INSTANCE_UID, OLD_UID);
        }
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }

    private static void put(DataSet data, int tag, String word) {
        Vr vr = tag == 0x300A0054 ? Vr.UI : Dictionary.standard().vrOf(tag);
        switch (vr) {
            case SQ -> {
                DataSet item = new DataSet();
                item.putText(Tag.CODE_MEANING, "left lung " + word);
                item.putText(Tag.REFERENCED_SOP_INSTANCE_UID, OLD_UID);
                data.put(new Element(tag, Vr.SQ, new Value.Items(List.of(item))));
            }
            case UI -> data.putText(tag, vr, OLD_UID);
            case DA -> data.putText(tag, vr, "20200315");
            case DT -> data.putText(tag, vr, "20200315101112.5+0100");
            case TM -> data.putText(tag, vr, "101112.5");
            case AS -> data.putText(tag, vr, "061Y");
            case DS, IS -> data.putText(tag, vr, "61");
            case CS -> data.putText(tag, vr, "F");
            case AE, SH, PN -> data.putText(tag, vr, word);
            case UR -> data.putText(tag, vr, "http://fictional.example/" + word);
            default -> {
                if (vr.isText()) {
                    data.putText(tag, vr, "left lung " + word);
                } else {
                    data.putBytes(tag, vr, new byte[] {9, 9, 9, 9, 9, 9, 9, 9});
                }
            }
        }
    }

    private static DicomFile patient() {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.1");
        data.putText(Tag.PATIENT_NAME, SENTINEL + "^Fictional");
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }
}
