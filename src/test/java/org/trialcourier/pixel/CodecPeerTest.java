// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Samples;

/** What DCMTK and GDCM decode losslessly, our decoders decode to the same samples. */
@Tag("peer")
class CodecPeerTest {
    @TempDir
    Path folder;

    @Test
    void compressedSamplesDecodeAsTheToolkitsDecodeThem() throws Exception {
        List<String> wrong = new ArrayList<>();
        Set<String> undecodable = new TreeSet<>();
        int compared = 0;
        List<Path> samples = new ArrayList<>(Samples.files());
        samples.addAll(extended());
        int ofTwelveBits = 0;
        for (Path sample : samples) {
            DicomFile file;
            FrameReader ours;
            try {
                file = DicomFile.read(sample);
                ours = FrameReader.of(file);
            } catch (NotDicomException | IOException noImage) {
                continue;
            }
            Path raw = folder.resolve("raw.dcm");
            Files.deleteIfExists(raw);
            if (!ours.isCompressed() || !decoded(file.transferSyntax().uid(), sample, raw)) {
                continue;
            }
            compared++;
            try {
                FrameReader theirs = FrameReader.of(DicomFile.read(raw));
                boolean extended = file.transferSyntax().name().contains("Extended");
                ofTwelveBits += extended && ours.format().bitsAllocated() == 16 ? 1 : 0;
                double tolerance = extended
                        ? 1
                        : file.transferSyntax().name().contains("Baseline")
                                ? 3
                                : file.transferSyntax().uid().endsWith("4.91") ? 2 : 0;
                for (int frame = 0; frame < ours.format().frames(); frame++) {
                    String difference = difference(ours, theirs, frame, tolerance);
                    if (!difference.isEmpty()) {
                        wrong.add(sample.getFileName() + " "
                                + file.transferSyntax().name() + ": " + difference);
                        break;
                    }
                }
            } catch (UndecodableException toldSo) {
                // Refusing to read is allowed, reading wrongly is not.
                undecodable.add(file.transferSyntax().name());
            }
        }
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(compared).isGreaterThan(Samples.files().isEmpty() ? -1 : 60);
        assertThat(ofTwelveBits).isGreaterThanOrEqualTo(5);
        assertThat(undecodable).isSubsetOf("JPEG 2000 (Lossless Only)");
    }

    /** Images of 12 bits as DCMTK compresses them: smooth and noisy, of three qualities, in grey and in colour. */
    private List<Path> extended() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (int samples = 1; samples <= 3; samples += 2) {
            Path raw = folder.resolve("twelve" + samples + ".dcm");
            TwelveBits.image(100, 77, samples).write(raw);
            for (String quality : List.of("100", "90", "40")) {
                Path compressed = folder.resolve("extended" + samples + "-" + quality + ".dcm");
                // Colours sampled alike: how the shared ones are spread over the pixels is left to the decoder.
                List<String> command =
                        List.of("dcmcjpeg", "+ee", "+q", quality, "+s4", "+cr", raw.toString(), compressed.toString());
                Process process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor()).as(said).isZero();
                files.add(compressed);
            }
        }
        return files;
    }

    private static String difference(FrameReader ours, FrameReader theirs, int frame, double tolerance)
            throws IOException {
        PixelFormat format = ours.format();
        if (!ours.decodedFormat().photometric().equals(theirs.format().photometric())) {
            return "colours " + ours.decodedFormat().photometric() + " and "
                    + theirs.format().photometric();
        }
        byte[] a = ours.frame(frame);
        byte[] b = theirs.frame(frame);
        if (theirs.format().planar() && format.samples() == 3) {
            b = interleaved(b, format.sampleBytes());
        }
        if (a.length != b.length) {
            return "lengths " + a.length + " and " + b.length;
        }
        if (tolerance == 0 && Arrays.equals(a, b)) {
            return "";
        }
        // What stands above the stored bits is no part of the value.
        int mask = (int) ((1L << format.bitsStored()) - 1);
        int most = 0;
        for (int i = 0; i < a.length; i += format.sampleBytes()) {
            int x = 0;
            int y = 0;
            for (int at = format.sampleBytes() - 1; at >= 0; at--) {
                x = x << 8 | (a[i + at] & 0xFF);
                y = y << 8 | (b[i + at] & 0xFF);
            }
            most = Math.max(most, Math.abs((x & mask) - (y & mask)));
        }
        return most <= tolerance ? "" : "a sample by " + most;
    }

    private static byte[] interleaved(byte[] planes, int bytes) {
        byte[] pixels = new byte[planes.length];
        int plane = planes.length / 3;
        for (int i = 0; i < planes.length; i++) {
            int sample = i % plane / bytes;
            pixels[(sample * 3 + i / plane) * bytes + i % bytes] = planes[i];
        }
        return pixels;
    }

    private static boolean decoded(String syntax, Path sample, Path raw) throws IOException, InterruptedException {
        String end = syntax.substring("1.2.840.10008.1.2.".length());
        List<String> command =
                switch (end) {
                    case "5" -> List.of("dcmdrle");
                    case "4.80", "4.81" -> List.of("dcmdjpls");
                    case "4.90", "4.91" -> List.of("gdcmconv", "--raw");
                    default -> List.of("dcmdjpeg", "+cn");
                };
        List<String> all = new ArrayList<>(command);
        all.add(sample.toString());
        all.add(raw.toString());
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0 && Files.exists(raw);
    }
}
