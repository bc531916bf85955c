// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** People of many countries, whose values are written as people and programs there write them: nothing of it leaves. */
class WorldAdversaryTest {
    @TestFactory
    Stream<DynamicTest> noTextLeaves() {
        return WorldPeople.all().entrySet().stream().flatMap(person -> person.getValue().texts().stream()
                .flatMap(text -> Stream.of("kept text", "kept bytes", "description")
                        .map(place -> DynamicTest.dynamicTest(
                                person.getKey() + ": " + text + " in " + place,
                                () -> plant(person.getValue().image(), place, text)))));
    }

    @TestFactory
    Stream<DynamicTest> noBytesLeave() {
        return WorldPeople.all().entrySet().stream().flatMap(person -> person.getValue().spelt().entrySet().stream()
                .map(spelt -> DynamicTest.dynamicTest(
                        person.getKey() + " in " + spelt.getKey(),
                        () -> bytes(person.getValue().image(), Vr.OB, WorldPeople.bytes(spelt)))));
    }

    @Test
    void wordsOfABigEndianFileDoNotLeave() throws Exception {
        bytes(AdversaryTest.person(), Vr.OW, swapped("Roebler ".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aBirthDateInARetainedUidIsHeld() {
        DeidRequest request = Requests.with(Option.RETAIN_UIDS);
        DataSet data = AdversaryTest.person();
        data.putText(Tag.SERIES_INSTANCE_UID, "1.2.276.0.9999." + Disguises.BIRTH + ".2");
        DicomFile original = DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
        PatientValues values = PatientValues.collect(List.of(original));
        Outcome.Clean clean = (Outcome.Clean) new Deidentifier(request).apply(original, values);
        assertThat(new ResidueSweep(request).sweep(clean.file(), values)).hasSize(1);
    }

    @Test
    void packedBytesThatNoneCanLookIntoDoNotLeave() throws Exception {
        for (String head : List.of("5d00008000ffffffff", "1f9d900102030405", "4c5a495001020304")) {
            bytes(AdversaryTest.person(), Vr.OB, HexFormat.of().parseHex(head + "00112233"));
        }
        bytes(AdversaryTest.person(), Vr.OB, HexFormat.of().parseHex("4142434428b52ffd045839000052"));
    }

    private static void plant(DataSet data, String place, String text) throws Exception {
        switch (place) {
            case "kept text" -> {
                data.putText(0x00290010, Vr.LO, AdversaryTest.OWNER);
                data.putText(0x00291011, Vr.UT, "see " + text + " ok");
            }
            case "kept bytes" -> {
                data.putText(0x00290010, Vr.LO, AdversaryTest.OWNER);
                byte[] value = ("\1\2\3 " + text + " \0").getBytes(StandardCharsets.UTF_8);
                data.putBytes(0x00291010, Vr.OB, Arrays.copyOf(value, value.length + (value.length & 1)));
            }
            default -> data.putText(Tag.SERIES_DESCRIPTION, "thin " + text);
        }
        assertThat(new String(AdversaryTest.leaving(data), StandardCharsets.UTF_8))
                .doesNotContain(text);
    }

    private static void bytes(DataSet data, Vr vr, byte[] secret) throws Exception {
        data.putText(0x00290010, Vr.LO, AdversaryTest.OWNER);
        byte[] value = Traps.join(vr == Vr.OW ? new byte[] {1, 2} : new byte[] {}, secret);
        data.putBytes(0x00291010, vr, Arrays.copyOf(value, value.length + (value.length & 1)));
        assertThat(new String(AdversaryTest.leaving(data), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
    }

    private static byte[] swapped(byte[] words) {
        byte[] made = words.clone();
        for (int at = 0; at + 1 < made.length; at += 2) {
            made[at] = words[at + 1];
            made[at + 1] = words[at];
        }
        return made;
    }
}
