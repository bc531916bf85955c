// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Samples;

/** Every sample file either comes out clean or is held with a reason. */
class SampleFilesTest {
    @Test
    void theBasicProfileLeavesNothingOfThePatient() throws IOException {
        run(Requests.with());
    }

    @Test
    void optionsLeaveNothingOfThePatient() throws IOException {
        run(Requests.with(
                Option.CLEAN_DESCRIPTORS,
                Option.CLEAN_GRAPHICS,
                Option.CLEAN_STRUCTURED_CONTENT,
                Option.RETAIN_DEVICE_IDENTITY,
                Option.RETAIN_LONGITUDINAL_MODIFIED_DATES,
                Option.RETAIN_PATIENT_CHARACTERISTICS,
                Option.RETAIN_SAFE_PRIVATE));
    }

    private static void run(DeidRequest request) throws IOException {
        Deidentifier deidentifier = new Deidentifier(request);
        ResidueSweep sweep = new ResidueSweep(request);
        for (Path file : Samples.files()) {
            DicomFile original;
            try {
                original = DicomFile.read(file);
            } catch (NotDicomException unreadable) {
                continue;
            }
            PatientValues values = PatientValues.collect(List.of(original));
            values.addFileName(Samples.folder().relativize(file).toString());
            switch (deidentifier.apply(original, values)) {
                case Outcome.Refused refused ->
                    assertThat(refused.reason().key()).as(file.toString()).isNotEqualTo("held.fault");
                case Outcome.Clean clean -> {
                    assertThat(sweep.sweep(clean.file(), values))
                            .as(file.toString())
                            .isEmpty();
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    clean.file().write(out);
                    assertThat(out.size()).isPositive();
                }
            }
        }
    }
}
