// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trialcourier.deid.rules.RuleBook;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;

/** What holds for any data set: seeded ones with attributes of the whole dictionary, nested up to three deep. */
class PropertyTest {
    private static final int ROUNDS = 30;
    private static final int WIDE = 60;
    private static final int NARROW = 8;
    private static final String OLD = "1.2.276.0.9999.";
    private static final List<Integer> TAGS = IntStream.of(
                    0x0008, 0x0010, 0x0018, 0x0020, 0x0028, 0x0032, 0x0038, 0x0040, 0x0054, 0x0070, 0x300A)
            .flatMap(group -> IntStream.range(group << 16, (group << 16) + 0x10000))
            .filter(tag -> Dictionary.standard().find(tag).isPresent() && !RuleBook.namesAKind(tag))
            .boxed()
            .toList();

    @Test
    void noOriginalUidDateOrPersonLeavesTheBasicProfile() throws Exception {
        for (int seed = 0; seed < ROUNDS; seed++) {
            DicomFile original = random(seed);
            String left = new String(written(original, Requests.with(), false), StandardCharsets.UTF_8);
            assertThat(left)
                    .as("seed " + seed)
                    .doesNotContain(OLD)
                    .doesNotContain("20170923")
                    .doesNotContain("Quxwright");
        }
    }

    @Test
    void filesThatSharedAUidStillDo() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            DicomFile one = random(seed);
            DicomFile other = random(seed + 1);
            String study = made(one).text(Tag.STUDY_INSTANCE_UID);
            assertThat(made(other).text(Tag.STUDY_INSTANCE_UID))
                    .isEqualTo(study)
                    .startsWith("2.25.");
            assertThat(made(other).text(Tag.SOP_INSTANCE_UID))
                    .isNotEqualTo(made(one).text(Tag.SOP_INSTANCE_UID));
        }
    }

    @Test
    void theOrderOfRulesDoesNotMatter() throws Exception {
        List<ExtraRule> rules = new ArrayList<>(List.of(
                ExtraRule.of("PatientAge", "K", null, null),
                ExtraRule.of("StudyDescription", "D", null, "made"),
                ExtraRule.of("RequestAttributesSequence.StudyInstanceUID", "X", null, null),
                ExtraRule.of("StudyInstanceUID", "U", null, null),
                ExtraRule.of("Manufacturer", "X", null, null)));
        for (int seed = 0; seed < ROUNDS / 2; seed++) {
            DicomFile original = random(seed);
            byte[] first = written(original, Requests.with(rules), false);
            Collections.shuffle(rules, new Random(seed));
            assertThat(written(original, Requests.with(rules), false)).isEqualTo(first);
        }
    }

    @Test
    void thePreviewIsWhatTheRealRunDoes() throws Exception {
        for (int seed = 0; seed < ROUNDS / 2; seed++) {
            DicomFile original = random(seed);
            assertThat(written(original, Requests.with(), true)).isEqualTo(written(original, Requests.with(), false));
            PatientValues values = PatientValues.collect(List.of(original));
            Outcome.Clean clean = (Outcome.Clean) new Deidentifier(Requests.with()).apply(original, values);
            Preview preview = new Preview();
            preview.add(clean);
            DataSet made = clean.file().data();
            for (PreviewRow row : preview.rows()) {
                boolean top = row.path().indexOf('.') < 0;
                boolean gone = row.action() == Action.REMOVED;
                if (top) {
                    assertThat(made.contains(row.tag())).as(row.path()).isEqualTo(!gone);
                }
                if (top
                        && !gone
                        && !(made.get(row.tag()).value() instanceof Value.Items)
                        && row.after().size() == 1) {
                    assertThat(row.after().getFirst()).startsWith(shown(made, row.tag()));
                }
            }
        }
    }

    private static String shown(DataSet made, int tag) {
        String text = String.join("\\", made.texts(tag));
        return made.get(tag).meaning().isText() ? text : "";
    }

    private static DataSet made(DicomFile original) {
        PatientValues values = PatientValues.collect(List.of(original));
        return ((Outcome.Clean) new Deidentifier(Requests.with()).apply(original, values))
                .file()
                .data();
    }

    private static byte[] written(DicomFile original, DeidRequest request, boolean listed) throws Exception {
        PatientValues values = PatientValues.collect(List.of(original));
        Outcome outcome = new Deidentifier(request).apply(original, values, listed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Outcome.Clean) outcome).file().write(out);
        return out.toByteArray();
    }

    private static DicomFile random(int seed) {
        Random random = new Random(seed);
        DataSet data = items(random, 0);
        data.putText(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(Tag.SOP_INSTANCE_UID, OLD + "1." + seed);
        data.putText(Tag.STUDY_INSTANCE_UID, OLD + "7");
        data.putText(Tag.PATIENT_NAME, "Quxwright^Fictional");
        data.remove(Tag.PIXEL_DATA);
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }

    private static DataSet items(Random random, int depth) {
        DataSet data = new DataSet();
        for (int i = 0; i < (depth == 0 ? WIDE : NARROW); i++) {
            int tag = TAGS.get(random.nextInt(TAGS.size()));
            Vr vr = Dictionary.standard().vrOf(tag);
            switch (vr) {
                case UI -> data.putText(tag, OLD + random.nextInt(1_000), OLD + random.nextInt(1_000));
                case DA -> data.putText(tag, "20170923");
                case DT -> data.putText(tag, "20170923101112.5+0100");
                case PN -> data.putText(tag, "Quxwright^Fictional");
                case LO, SH, ST, LT, UT, UC -> data.putText(tag, "of Quxwright");
                case SQ -> {
                    if (depth < 3) {
                        data.put(new Element(tag, Vr.SQ, new Value.Items(List.of(items(random, depth + 1)))));
                    }
                }
                default -> {
                    // Other values tell nothing here.
                }
            }
        }
        return data;
    }
}
