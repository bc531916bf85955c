// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.trialcourier.text.Words;

/**
 * Files with flipped bits, changed lengths, cuts and copies: whatever comes in, the outcome is a data set or a reason.
 * {@code -Dmutants=5000000 -Dmutants.seed=7} changes how many and which.
 */
@Isolated("looks at the heap of the whole process")
class MutationTest {
    private static final int LARGEST = 300_000;

    @Test
    void noMutantBreaksTheReader() {
        run(Integer.getInteger("mutants", 4_000), made());
    }

    @Tag("peer")
    @Test
    void noMutantOfTheSamplesBreaksTheReader() throws Exception {
        List<byte[]> seeds = made();
        for (Path path : Samples.files()) {
            if (Files.size(path) <= LARGEST) {
                seeds.add(Files.readAllBytes(path));
            }
        }
        run(Integer.getInteger("mutants", 200_000), seeds);
    }

    private static List<byte[]> made() {
        List<byte[]> seeds = new ArrayList<>();
        DicomFileTest.encodings().forEach(syntax -> seeds.add(Made.file(1, syntax)));
        return seeds;
    }

    private static void run(int mutants, List<byte[]> seeds) {
        long seed = Long.getLong("mutants.seed", 20261122L);
        System.out.println(mutants + " mutants of " + seeds.size() + " files, -Dmutants.seed=" + seed);
        long before = 0;
        int read = 0;
        int refused = 0;
        for (int i = 0; i < mutants; i++) {
            before = i == mutants / 10 ? heap() : before;
            Random random = new Random(seed + i);
            byte[] mutant = mutate(seeds.get(random.nextInt(seeds.size())), random);
            try {
                DicomFile file = DicomFile.read(mutant);
                file.write(OutputStream.nullOutputStream());
                touch(file.data());
                read++;
            } catch (NotDicomException e) {
                assertThat(Words.english().say(e.reason())).isNotBlank();
                refused++;
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                fail("mutant " + i + " of seed " + seed, e);
            }
        }
        assertThat(read).as("read of %d, seed %d", mutants, seed).isPositive();
        assertThat(refused).isPositive();
        assertThat((heap() - before) >> 20)
                .as("MiB more in the heap, seed %d", seed)
                .isLessThan(32);
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Reads every value as text, as the preview would. */
    private static void touch(DataSet data) {
        for (Element element : data) {
            data.texts(element);
            data.items(element.tag()).forEach(MutationTest::touch);
        }
    }

    static byte[] mutate(byte[] original, RandomGenerator random) {
        byte[] mutant = original.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && mutant.length > 140; i++) {
            // Most of the structure stands in front.
            int range = random.nextBoolean() ? Math.min(mutant.length, 4_000) : mutant.length;
            int at = random.nextInt(range);
            switch (random.nextInt(6)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) random.nextInt();
                case 2 -> mutant[at] = (byte) 0xFF;
                case 3 -> {
                    for (int k = at; k < Math.min(mutant.length, at + 4); k++) {
                        mutant[k] = (byte) (random.nextBoolean() ? 0xFF : 0);
                    }
                }
                case 4 -> mutant = java.util.Arrays.copyOf(mutant, at);
                default -> {
                    int from = random.nextInt(mutant.length);
                    int length = Math.min(random.nextInt(64), mutant.length - Math.max(from, at));
                    System.arraycopy(original, Math.min(from, original.length - length), mutant, at, length);
                }
            }
        }
        return mutant;
    }
}
