// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Samples;
import org.trialcourier.dicom.Tag;
import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.FrameReader;
import org.trialcourier.pixel.PixelFormat;

/**
 * What we mask is read by DCMTK and by GDCM: black where the cover is, and elsewhere what the same toolkit reads of the
 * original; in every frame, for every transfer syntax and kind of colours among the samples.
 */
@org.junit.jupiter.api.Tag("peer")
class MaskedPeerTest {
    private static final Box BOX = new Box(3, 2, 9, 7);
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final Set<String> LOSSY = Set.of("4.50", "4.51", "4.81", "4.91");
    private static final String SERIES = "1.2.276.0.9999.5.3";
    private static final long LARGEST = 24L << 20;

    @TempDir
    Path folder;

    @Test
    void masksAreBlackAndAllElseIsAsItWasForBothToolkits() throws Exception {
        Map<String, Integer> compared = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        for (Path sample : Samples.files()) {
            DicomFile original;
            PixelFormat format;
            try {
                original = DicomFile.read(sample);
                FrameReader frames = FrameReader.of(original);
                format = frames.decodedFormat();
                frames.frame(0);
            } catch (NotDicomException | IOException noImage) {
                continue;
            }
            String syntax = original.transferSyntax().name();
            String kind = syntax
                    + format.photometric()
                    + format.bitsAllocated()
                    + format.bitsStored()
                    + format.signed()
                    + (format.frames() > 1);
            boolean small =
                    format.columns() <= BOX.x() + BOX.width() || format.frameBytes() * format.frames() > LARGEST;
            if (small || !kinds.add(kind)) {
                continue;
            }
            Path masked = folder.resolve("masked.dcm");
            if (!mask(original, masked)) {
                continue;
            }
            for (String toolkit : List.of("dcmtk", "gdcm")) {
                byte[] before = samples(toolkit, original, sample);
                byte[] after = samples(toolkit, DicomFile.read(masked), masked);
                if (before.length == 0 || isMisread(toolkit, original, format)) {
                    continue;
                }
                compared.merge(toolkit + ": " + syntax, 1, Integer::sum);
                String difference = difference(format, before, after, tolerance(original));
                if (!difference.isEmpty()) {
                    wrong.add(Samples.folder().relativize(sample) + " " + toolkit + " " + syntax + ": " + difference);
                }
            }
        }
        System.out.println("masked and read by the toolkits: " + compared);
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(compared).hasSizeGreaterThan(Samples.files().isEmpty() ? -1 : 14);
    }

    /** GDCM takes the bytes of RLE colours of more than eight bits for another order; DCMTK reads them as we do. */
    private static boolean isMisread(String toolkit, DicomFile file, PixelFormat format) {
        return toolkit.equals("gdcm")
                && file.transferSyntax().uid().equals(RLE)
                && format.samples() == 3
                && format.bitsAllocated() > 8;
    }

    private static boolean mask(DicomFile original, Path to) throws IOException {
        original.data().putText(Tag.SERIES_INSTANCE_UID, SERIES);
        PixelPlan plan =
                new PixelPlan(List.of(new PixelPlan.Mask(new PixelPlan.OfSeries(SERIES), List.of(BOX))), Set.of());
        DeidRequest request = Requests.with(Option.CLEAN_PIXEL_DATA).withPixels(plan);
        if (new Deidentifier(request).apply(original, new PatientValues()) instanceof Outcome.Clean clean) {
            clean.file().write(to);
            return true;
        }
        return false;
    }

    /** All samples as a toolkit decodes them, pixel by pixel; empty where it cannot. */
    private byte[] samples(String toolkit, DicomFile file, Path path) throws Exception {
        Path raw = folder.resolve("raw.dcm");
        Files.deleteIfExists(raw);
        String syntax = file.transferSyntax().uid().replace("1.2.840.10008.1.2.", "");
        List<String> command = new ArrayList<>(
                toolkit.equals("gdcm")
                        ? List.of("gdcmconv", "--raw")
                        : switch (syntax) {
                            case "5" -> List.of("dcmdrle");
                            case "4.80", "4.81" -> List.of("dcmdjpls");
                            case "4.50", "4.51", "4.57", "4.70" -> List.of("dcmdjpeg", "+cn");
                            default -> List.of("dcmconv", "+te");
                        });
        command.add(path.toString());
        command.add(raw.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0 || !Files.exists(raw)) {
            return new byte[0];
        }
        DicomFile plain = DicomFile.read(raw);
        if (plain.transferSyntax().encapsulated()) {
            return new byte[0];
        }
        FrameReader frames = FrameReader.of(plain);
        PixelFormat format = frames.format();
        if (format.isSubsampled()) {
            return new byte[0];
        }
        byte[] all = new byte[(int) (format.frameBytes() * format.frames())];
        for (int frame = 0; frame < format.frames(); frame++) {
            byte[] one = frames.frame(frame);
            byte[] pixels = format.planar() && format.samples() == 3 ? byPixel(one, format.sampleBytes()) : one;
            System.arraycopy(pixels, 0, all, frame * pixels.length, pixels.length);
        }
        return all;
    }

    private static String difference(PixelFormat format, byte[] before, byte[] after, int tolerance) {
        if (before.length != after.length) {
            return "lengths " + before.length + " and " + after.length;
        }
        int bytes = format.sampleBytes();
        int pixelBytes = bytes * format.samples();
        byte[] black = null;
        for (int at = 0; at + pixelBytes <= before.length; at += pixelBytes) {
            int pixel = at / pixelBytes % (format.columns() * format.rows());
            int x = pixel % format.columns();
            int y = pixel / format.columns();
            boolean inside = x >= BOX.x() && x < BOX.x() + BOX.width() && y >= BOX.y() && y < BOX.y() + BOX.height();
            if (inside) {
                byte[] here = Arrays.copyOfRange(after, at, at + pixelBytes);
                black = black == null ? here : black;
                if (!Arrays.equals(black, here)) {
                    return "the cover is not of one colour at " + x + "," + y;
                }
            } else if (!same(format, before, after, at, pixelBytes, tolerance)) {
                return "a pixel at " + x + "," + y + " changed";
            }
        }
        return "";
    }

    private static int tolerance(DicomFile file) {
        return LOSSY.contains(file.transferSyntax().uid().replace("1.2.840.10008.1.2.", "")) ? 3 : 0;
    }

    /** Lossy decoders may round by one or two, what stands above the stored bits is no part of a value. */
    private static boolean same(PixelFormat format, byte[] before, byte[] after, int at, int count, int tolerance) {
        int bytes = format.sampleBytes();
        int mask = (int) ((1L << format.bitsStored()) - 1);
        for (int sample = at; sample < at + count; sample += bytes) {
            int old = 0;
            int now = 0;
            for (int b = bytes - 1; b >= 0; b--) {
                old = old << 8 | (before[sample + b] & 0xFF);
                now = now << 8 | (after[sample + b] & 0xFF);
            }
            int difference = Math.abs((old & mask) - (now & mask));
            if (difference > tolerance) {
                return false;
            }
        }
        return true;
    }

    private static byte[] byPixel(byte[] planes, int bytes) {
        byte[] pixels = new byte[planes.length];
        int plane = planes.length / 3;
        for (int i = 0; i < planes.length; i++) {
            pixels[(i % plane / bytes * 3 + i / plane) * bytes + i % bytes] = planes[i];
        }
        return pixels;
    }
}
