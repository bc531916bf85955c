// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * A trial key as a person carries it to another workstation of the site: 56 letters and digits in groups of four. They
 * are the 256 bits of the key and 24 bits of a SHA-256 over trial, site and key, so that a mistyped card and that of
 * another trial are refused. The letters are those of Crockford's base 32, which has no I, L, O and U.
 *
 * @param key 32 bytes
 */
public record KeyCard(String trial, String site, byte[] key) {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int KEY = 32;
    private static final int CHECK = 3;
    private static final int LENGTH = (KEY + CHECK) * 8 / 5;
    private static final int GROUP = 4;

    /** The groups in their order. */
    public List<String> groups() {
        byte[] bytes = Arrays.copyOf(key, KEY + CHECK);
        System.arraycopy(check(trial, site, key), 0, bytes, KEY, CHECK);
        BigInteger number = new BigInteger(1, bytes);
        StringBuilder text = new StringBuilder();
        for (int at = LENGTH - 1; at >= 0; at--) {
            text.append(LETTERS.charAt(number.shiftRight(5 * at).intValue() & 31));
        }
        List<String> groups = new ArrayList<>();
        for (int at = 0; at < LENGTH; at += GROUP) {
            groups.add(text.substring(at, at + GROUP));
        }
        return groups;
    }

    /**
     * Reads what a person typed: blanks, hyphens and case do not matter, O is taken as 0, I and L as 1.
     *
     * @throws ProblemException {@code NoKeyCard} where it is not a card of this trial and site
     */
    public static KeyCard read(String trial, String site, String typed) throws ProblemException {
        String text = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        BigInteger number = BigInteger.ZERO;
        for (int at = 0; at < text.length(); at++) {
            int value = LETTERS.indexOf(text.charAt(at));
            if (value < 0 || text.length() != LENGTH) {
                throw new ProblemException(new Problem.NoKeyCard(trial, site));
            }
            number = number.shiftLeft(5).or(BigInteger.valueOf(value));
        }
        byte[] bytes = new byte[KEY + CHECK];
        byte[] given = number.toByteArray();
        int length = Math.min(given.length, bytes.length);
        System.arraycopy(given, given.length - length, bytes, bytes.length - length, length);
        KeyCard card = new KeyCard(trial, site, Arrays.copyOf(bytes, KEY));
        if (text.isEmpty()
                || !MessageDigest.isEqual(check(trial, site, card.key), Arrays.copyOfRange(bytes, KEY, KEY + CHECK))) {
            throw new ProblemException(new Problem.NoKeyCard(trial, site));
        }
        return card;
    }

    private static byte[] check(String trial, String site, byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((trial + '\n' + site + '\n').getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(key), CHECK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
