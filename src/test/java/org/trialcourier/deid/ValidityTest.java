// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Samples;
import org.trialcourier.dicom.TransferSyntax;

/** dicom3tools' dciodvfy finds no error in a de-identified sample that it did not find in the original. */
@Tag("peer")
class ValidityTest {
    @TempDir
    Path folder;

    @Test
    void theBasicProfileMakesNoObjectInvalid() throws Exception {
        assertThat(newErrors(Requests.with())).isEmpty();
    }

    @Test
    void theOptionsMakeNoObjectInvalid() throws Exception {
        assertThat(newErrors(Requests.with(
                        Option.CLEAN_DESCRIPTORS,
                        Option.CLEAN_GRAPHICS,
                        Option.CLEAN_STRUCTURED_CONTENT,
                        Option.RETAIN_LONGITUDINAL_MODIFIED_DATES,
                        Option.RETAIN_SAFE_PRIVATE)))
                .isEmpty();
        assertThat(newErrors(Requests.with(
                        Option.RETAIN_LONGITUDINAL_FULL_DATES,
                        Option.RETAIN_DEVICE_IDENTITY,
                        Option.RETAIN_INSTITUTION_IDENTITY,
                        Option.RETAIN_PATIENT_CHARACTERISTICS,
                        Option.RETAIN_UIDS)))
                .isEmpty();
    }

    private List<String> newErrors(DeidRequest request) throws IOException, InterruptedException {
        List<String> news = new ArrayList<>();
        Deidentifier deidentifier = new Deidentifier(request);
        for (Path sample : Samples.files()) {
            DicomFile original;
            try {
                original = DicomFile.read(sample);
            } catch (NotDicomException unreadable) {
                continue;
            }
            PatientValues values = PatientValues.collect(List.of(original));
            if (deidentifier.apply(original, values, false) instanceof Outcome.Clean clean) {
                Path written = folder.resolve("clean.dcm");
                write(clean.file(), written);
                Set<String> errors = errors(written);
                write(original, written);
                errors.removeAll(errors(sample));
                errors.removeAll(errors(written));
                errors.forEach(error -> news.add(Samples.folder().relativize(sample) + ": " + error));
            }
        }
        return news;
    }

    /** dciodvfy does not inflate. */
    private static void write(DicomFile file, Path path) throws IOException {
        TransferSyntax syntax =
                file.transferSyntax().deflated() ? TransferSyntax.EXPLICIT_LITTLE : file.transferSyntax();
        DicomFile.of(file.data(), syntax).write(path);
    }

    /** Errors without the values that they quote. */
    private static Set<String> errors(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("dciodvfy", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor();
        return output.lines()
                .filter(line -> line.startsWith("Error"))
                .map(line -> line.replaceAll("<[^<>]*>", "<>")
                        .replaceAll("\\d+(\\.\\d+){2,}", "UID")
                        .replaceAll("InstanceUID \\S+$", "InstanceUID")
                        .replaceAll("= *\\S+ *$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
