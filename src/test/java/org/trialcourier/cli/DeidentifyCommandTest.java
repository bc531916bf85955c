// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;
import org.trialcourier.practice.PracticeTrial;

/** What the command writes, and that it never writes over or beside what it was asked for. */
class DeidentifyCommandTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/files/");
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

    @TempDir
    Path folder;

    private Path source;
    private Path out;

    @BeforeEach
    void folders() throws Exception {
        source = Files.createDirectory(folder.resolve("source"));
        out = folder.resolve("out");
    }

    @Test
    void ofTwoImagesWithOneUidTheSecondIsHeldAndNamed() throws Exception {
        write("one", image("2.25.11", "2.25.12", "2.25.13", 1));
        write("two", image("2.25.11", "2.25.12", "2.25.13", 2));
        Answer answer = deidentify();
        assertThat(answer.exit()).isEqualTo(3);
        assertThat(answer.json().get("written")).hasSize(1);
        assertThat(answer.json().get("held")).hasSize(1);
        assertThat(written()).hasSize(1);
    }

    @Test
    void aNameTooShortToBeSearchedForAsksToLookThroughTheFreeText() throws Exception {
        DataSet image = image("2.25.11", "2.25.12", "2.25.13", 1);
        image.putText(Tag.PATIENT_NAME, "Li^Invented");
        write("one", image);
        Answer answer = deidentify();
        assertThat(answer.codes()).contains("free-text");
        assertThat(answer.json().get("findings").toString()).contains("“Li” of the patient’s name");
        image.putText(Tag.PATIENT_NAME, "Specimen^Fictional^J^Dr");
        write("one", image);
        out = folder.resolve("again");
        assertThat(deidentify().codes()).doesNotContain("free-text");
    }

    @Test
    void whatBelongsToNoStudyIsHeld() throws Exception {
        write("homeless", image("", "2.25.12", "2.25.13", 1));
        Answer answer = deidentify();
        assertThat(answer.exit()).isEqualTo(3);
        assertThat(answer.json().get("held")).hasSize(1);
        assertThat(answer.json().get("findings").toString()).contains("no-identity");
        assertThat(written()).isEmpty();
    }

    @Test
    void aUidThatIsAPathOrHidesANameUnderTheStandardsRootIsReplaced() throws Exception {
        write("path", image("1.2.840.10008.1.5./../../..", "2.25.12", "1.2.840.10008.1.5.DOE", 1));
        Answer answer = deidentify();
        assertThat(answer.exit()).isZero();
        assertThat(written()).hasSize(1).allMatch(file -> file.startsWith(out));
        assertThat(written().getFirst().toString()).doesNotContain("DOE", "10008");
    }

    @Test
    void picturesThatNobodyCanLookAtAreHeldWithTheReason() throws Exception {
        List<String> syntaxes = List.of("4.92", "4.93", "4.100", "4.102", "4.107", "4.110", "4.201", "4.202", "4.203");
        for (String syntax : syntaxes) {
            DataSet image = image("2.25.11", "2.25.12." + syntax, "2.25.13." + syntax, 1);
            image.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.6.1");
            image.putText(Tag.MODALITY, "US");
            List<Value> parts = List.of(new Value.Bytes(new byte[0]), new Value.Bytes(new byte[64]));
            image.put(new Element(Tag.PIXEL_DATA, Vr.OB, new Value.Fragments(parts)));
            DicomFile.of(image, TransferSyntax.orUnknown("1.2.840.10008.1.2." + syntax))
                    .write(source.resolve(syntax));
        }
        Answer answer = deidentify();
        assertThat(answer.exit()).isEqualTo(3);
        assertThat(answer.json().get("held")).hasSize(syntaxes.size());
        assertThat(answer.json().get("held").toString())
                .contains("whether something is written in its picture cannot be seen");
        assertThat(answer.json().get("findings").toString())
                .contains("burned-in-unseen", "High-Throughput JPEG 2000", "MPEG-4", "JPEG 2000 Part 2");
        assertThat(written()).isEmpty();
    }

    private Answer deidentify(Object... more) throws Exception {
        Path trial = PracticeTrial.make(folder.resolve("trial"), LocalDate.of(2026, 11, 26), NOWHERE, NOWHERE);
        return new Terminal(folder.resolve("home")).deidentify(source, trial, out, more);
    }

    @Test
    void whatAnEarlierRunWroteIsNotReadAsThePatients() throws Exception {
        write("one", image("2.25.11", "2.25.12", "2.25.13", 1));
        out = source.resolve("out");
        assertThat(deidentify().exit()).isZero();
        Answer again = deidentify();
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("inside what is to be read");
        assertThat(written()).hasSize(1);
    }

    @Test
    void theMappingPairsOldWithNewOnRequestOnly() throws Exception {
        write("one", image("2.25.11", "2.25.12", "2.25.13", 1));
        write("two", image("2.25.11", "2.25.12", "2.25.14", 2));
        assertThat(deidentify().exit()).isZero();
        Path mapping = folder.resolve("mapping.csv");
        assertThat(mapping).doesNotExist();
        out = folder.resolve("again");
        assertThat(deidentify("--mapping", mapping).exit()).isZero();
        List<String> lines = Files.readAllLines(mapping);
        assertThat(lines.getFirst()).isEqualTo("id_old,id_new");
        assertThat(lines).contains("TESTPATIENT-0314," + PracticeTrial.DISC_SUBJECT);
        for (String old : List.of("2.25.11", "2.25.12", "2.25.13", "2.25.14")) {
            String line = lines.stream()
                    .filter(one -> one.startsWith(old + ','))
                    .findFirst()
                    .orElseThrow();
            assertThat(written()).as(old).anyMatch(file -> file.toString().contains(line.split(",", -1)[1]));
        }
        assertThat(lines).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void theMappingIsRefusedInTheDataFolderAndNothingIsWritten() throws Exception {
        write("one", image("2.25.11", "2.25.12", "2.25.13", 1));
        Path inside = folder.resolve("home").resolve("mapping.csv");
        Answer answer = deidentify("--mapping", inside);
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("inside the data folder");
        assertThat(inside).doesNotExist();
        assertThat(written()).isEmpty();
    }

    private List<Path> written() throws Exception {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private void write(String name, DataSet image) throws Exception {
        DicomFile.of(image, TransferSyntax.EXPLICIT_LITTLE).write(source.resolve(name));
    }

    private static DataSet image(String study, String series, String instance, int content) {
        DataSet image = new DataSet();
        image.putText(Tag.SOP_CLASS_UID, CT);
        image.putText(Tag.SOP_INSTANCE_UID, instance);
        image.putText(Tag.STUDY_DATE, "20261120");
        image.putText(Tag.MODALITY, "CT");
        image.putText(Tag.PATIENT_NAME, "Specimen^Fictional");
        image.putText(Tag.PATIENT_ID, "TESTPATIENT-0314");
        image.putText(Tag.STUDY_INSTANCE_UID, study);
        image.putText(Tag.SERIES_INSTANCE_UID, series);
        image.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, 1);
        image.putText(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
        image.putInts(Tag.ROWS, Vr.US, 8);
        image.putInts(Tag.COLUMNS, Vr.US, 8);
        image.putInts(Tag.BITS_ALLOCATED, Vr.US, 16);
        image.putInts(Tag.BITS_STORED, Vr.US, 16);
        image.putInts(Tag.HIGH_BIT, Vr.US, 15);
        image.putInts(Tag.PIXEL_REPRESENTATION, Vr.US, 0);
        byte[] pixels = new byte[128];
        pixels[0] = (byte) content;
        image.putBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        return image;
    }
}
