// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Samples;
import org.trialcourier.dicom.Tag;
import org.trialcourier.pixel.Picture;

/** How long the finder takes for an image, and how often it finds something in the samples, by modality. */
@org.junit.jupiter.api.Tag("bench")
class TextFinderBenchTest {
    private static final int WHOLE = 1 << 16;

    @Test
    void samplesByModality() {
        TextFinder finder = TextFinder.ofThisComputer().orElseThrow();
        Map<String, int[]> tally = new TreeMap<>();
        for (Path sample : Samples.files()) {
            try {
                DicomFile file = DicomFile.read(sample);
                Picture picture = Picture.of(file, 0, WHOLE);
                long start = System.nanoTime();
                List<WrittenText> found = finder.find(picture);
                int[] one = tally.computeIfAbsent(file.data().text(Tag.MODALITY), m -> new int[4]);
                one[0]++;
                one[1] += found.isEmpty() ? 0 : 1;
                one[2] += found.size();
                one[3] += (int) ((System.nanoTime() - start) / 1_000_000);
                if (Boolean.getBoolean("places") && !found.isEmpty()) {
                    System.err.println(Samples.folder().relativize(sample) + " " + picture.width() + " x "
                            + picture.height()
                            + found.stream().map(text -> " " + text.box()).toList());
                }
            } catch (NotDicomException | IOException noImage) {
                continue;
            }
        }
        System.err.println("modality  images  with text  places  ms an image");
        tally.forEach((modality, one) ->
                System.err.printf("%-9s %6d  %9d  %6d  %11d%n", modality, one[0], one[1], one[2], one[3] / one[0]));
    }
}
