// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of the standard and of every radiology department, which identify nobody when they stand alone. */
final class CommonWords {
    private static final Set<String> WORDS = load();

    private CommonWords() {}

    /** Whether a folded word is one of them. */
    static boolean has(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> load() {
        InputStream resource =
                Objects.requireNonNull(CommonWords.class.getResourceAsStream("common-words.txt"), "common-words.txt");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ", -1)))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
