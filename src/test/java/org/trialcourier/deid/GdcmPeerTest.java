// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Samples;

/** What GDCM can read and decode of a sample, it can read and decode of the de-identified one, with the same pixels. */
@Tag("peer")
class GdcmPeerTest {
    private static final int BITS_ALLOCATED = 0x00280100;
    private static final int OVERLAY_BIT = 0x60000102;
    private static final int OVERLAY_DATA = 0x60003000;
    private static final int LONGEST = 256 << 20;

    @TempDir
    Path folder;

    @Test
    void readsAndDecodesEverySampleAsBefore() throws Exception {
        Deidentifier deidentifier = new Deidentifier(Requests.with());
        List<String> wrong = new ArrayList<>();
        int read = 0;
        int decoded = 0;
        for (Path sample : Samples.files()) {
            DicomFile original;
            try {
                original = DicomFile.read(sample);
            } catch (NotDicomException unreadable) {
                continue;
            }
            PatientValues values = PatientValues.collect(List.of(original));
            if (!(deidentifier.apply(original, values, false) instanceof Outcome.Clean clean)) {
                continue;
            }
            Path made = folder.resolve("made.dcm");
            clean.file().write(made);
            Optional<byte[]> before = isBeyondComparing(original.data()) ? Optional.empty() : pixels(sample);
            if (before.isPresent() && before.get().length > 0) {
                decoded++;
                byte[] after = pixels(made).orElse(new byte[0]);
                // What stands behind the last pixel is cut off.
                if (after.length == 0 || !Arrays.equals(after, Arrays.copyOf(before.get(), after.length))) {
                    wrong.add(sample + " has other pixels");
                }
            } else if (succeeds("gdcmdump", sample.toString())) {
                read++;
                if (!succeeds("gdcmdump", made.toString())) {
                    wrong.add(sample + " is not read any more");
                }
            }
        }
        System.out.println("decoded by GDCM to the same pixels: " + decoded + ", read only: " + read);
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(decoded).isPositive();
    }

    /** GDCM stops at single bits; an overlay in the upper bits of the pixels is cleared. */
    private static boolean isBeyondComparing(DataSet data) {
        return data.integer(BITS_ALLOCATED).orElse(0) == 1
                || data.contains(OVERLAY_BIT) && !data.contains(OVERLAY_DATA);
    }

    private Optional<byte[]> pixels(Path file) throws Exception {
        Path raw = folder.resolve("raw.dcm");
        Files.deleteIfExists(raw);
        if (!succeeds("gdcmconv", "--raw", file.toString(), raw.toString()) || !Files.exists(raw)) {
            return Optional.empty();
        }
        Element pixels = DicomFile.read(raw).data().get(org.trialcourier.dicom.Tag.PIXEL_DATA);
        return pixels == null ? Optional.empty() : Optional.of(pixels.bytes(LONGEST));
    }

    private static boolean succeeds(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
