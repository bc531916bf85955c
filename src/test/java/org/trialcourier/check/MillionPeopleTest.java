// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.Phi;
import org.trialcourier.scan.PatientIdentity;

/**
 * Fingerprints of a million people made up at random. Names and numbers are many, but birth dates are few: some
 * 45,000 in all. Whoever could compute marks would find each of them by trying, so that nothing but the key keeps them.
 */
@Tag("scale")
class MillionPeopleTest {
    private static final int PEOPLE = 1_000_000;
    private static final long SEED = 20261127;
    private static final LocalDate FIRST = LocalDate.of(1905, 1, 1);
    private static final int DAYS = 45_000;

    private final Random random = new Random(SEED);
    private final Marks marks = new Marks(key());

    @Test
    void neverCollide() {
        Set<String> people = new HashSet<>();
        Set<String> dates = new HashSet<>();
        long[] names = new long[PEOPLE];
        long[] numbers = new long[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            String name;
            do {
                name = letters() + "^" + letters();
            } while (!people.add(name));
            String born = day(random.nextInt(DAYS));
            Fingerprint print = marks.of(identity(name, born, "H" + i));
            names[i] = Long.parseUnsignedLong(print.name().substring(0, 16), 16);
            numbers[i] = Long.parseUnsignedLong(print.id().substring(0, 16), 16);
            dates.add(born + print.birthDate());
        }
        long images = equal(i -> marks.instance("2.25." + i));
        System.err.printf(
                "%,d people, seed %d: equal among 64 of 128 bits of names %d, of numbers %d; among 64 bits of images"
                        + " %d; %,d birth dates with as many marks%n",
                PEOPLE, SEED, equal(names), equal(numbers), images, dates.size());
        assertThat(equal(names)).isZero();
        assertThat(equal(numbers)).isZero();
        assertThat(images).isZero();
        assertThat(dates).hasSizeLessThanOrEqualTo(DAYS);
    }

    /** All dates are tried, without a key, with other keys, and by the usual plain hashes: not one mark is met. */
    @Test
    void revealNothingWithoutTheKey() throws Exception {
        Set<String> kept = new HashSet<>();
        for (int day = 0; day < DAYS; day++) {
            kept.add(marks.of(identity("", day(day), "")).birthDate());
        }
        assertThat(kept).hasSize(DAYS);
        int tried = 0;
        int met = 0;
        byte[] near = key();
        near[31] ^= 1;
        for (byte[] guess : new byte[][] {new byte[32], new byte[] {0}, near}) {
            Marks others = new Marks(guess);
            for (int day = 0; day < DAYS; day++, tried++) {
                met += kept.contains(others.of(identity("", day(day), "")).birthDate()) ? 1 : 0;
            }
        }
        for (String plain : new String[] {"MD5", "SHA-1", "SHA-256"}) {
            MessageDigest digest = MessageDigest.getInstance(plain);
            for (int day = 0; day < DAYS; day++, tried++) {
                byte[] hash = digest.digest(day(day).getBytes(StandardCharsets.US_ASCII));
                met += kept.contains(HexFormat.of().formatHex(hash, 0, 16)) ? 1 : 0;
            }
        }
        long ones = kept.stream()
                .mapToLong(mark -> Long.bitCount(Long.parseUnsignedLong(mark.substring(0, 16), 16)))
                .sum();
        double share = ones / (64.0 * DAYS);
        System.err.printf("%,d guesses at %,d birth dates met %d marks; share of ones %.4f%n", tried, DAYS, met, share);
        assertThat(met).isZero();
        assertThat(share).isBetween(0.499, 0.501);
    }

    private static long equal(IntFunction<Long> mark) {
        long[] all = new long[PEOPLE];
        Arrays.setAll(all, mark::apply);
        return equal(all);
    }

    private static long equal(long[] marks) {
        return marks.length - Arrays.stream(marks).distinct().count();
    }

    private String letters() {
        StringBuilder text = new StringBuilder();
        for (int i = 4 + random.nextInt(6); i > 0; i--) {
            text.append((char) ('A' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static String day(int number) {
        return FIRST.plusDays(number).toString().replace("-", "");
    }

    private static PatientIdentity identity(String name, String birthDate, String id) {
        return new PatientIdentity(Phi.of(id), Phi.of(name), Phi.of(birthDate), Phi.of(""), "F");
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        new Random(SEED + 1).nextBytes(key);
        return key;
    }
}
