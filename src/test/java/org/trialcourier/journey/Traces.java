// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.journey;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks for words in bytes and in whole folders: names of files, contents, upper and lower case, UTF-8 and UTF-16. */
final class Traces {
    private final List<String> words;

    Traces(List<String> words) {
        this.words = words;
    }

    /** Every place below a folder where one of the words stands. */
    List<String> below(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                String name = folder.relativize(file).toString();
                words.stream()
                        .filter(word -> name.toUpperCase(Locale.ROOT).contains(word.toUpperCase(Locale.ROOT)))
                        .forEach(word -> found.add("the name " + name));
                if (Files.isRegularFile(file)) {
                    in(Files.readAllBytes(file)).forEach(word -> found.add(word + " in " + name));
                }
            }
        }
        return found;
    }

    /** The words that stand in some bytes. */
    List<String> in(byte[] bytes) {
        String folded = fold(bytes);
        return words.stream()
                .filter(word -> stands(folded, word, StandardCharsets.UTF_8)
                        || stands(folded, word, StandardCharsets.UTF_16LE)
                        || stands(folded, word, StandardCharsets.UTF_16BE))
                .toList();
    }

    private static boolean stands(String folded, String word, Charset charset) {
        return folded.contains(fold(word.getBytes(charset)));
    }

    /** One character for each byte, small ASCII letters made capital. */
    private static String fold(byte[] bytes) {
        byte[] folded = bytes.clone();
        for (int i = 0; i < folded.length; i++) {
            if (folded[i] >= 'a' && folded[i] <= 'z') {
                folded[i] -= 32;
            }
        }
        return new String(folded, StandardCharsets.ISO_8859_1);
    }
}
