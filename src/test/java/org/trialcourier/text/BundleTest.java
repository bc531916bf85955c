// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key that the program says exists, none is left over, and every language has the same keys and placeholders. */
class BundleTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("src/main/resources/org/trialcourier/text");
    private static final Pattern SAID =
            Pattern.compile("(?:\\bsay|\\bsentence|Phrase\\.of)\\(\\s*\"([a-z][a-z0-9.-]*)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]*)+)\"");
    private static final Pattern PROBLEM =
            Pattern.compile("(?:new Problem\\.(?!BadFile|Mistake|Unexpected)[A-Z]\\w+|[ (>]refused)(\\([^;]*;)");
    private static final Pattern LITERAL_TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final List<String> FAMILIES = List.of("", "kind.", "action.", "residue.");
    private static final Set<String> CODES = Set.of("reg.exe");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    @Test
    void everyKeySaidExists() throws IOException {
        Set<String> keys = keys(Locale.ENGLISH);
        Set<String> missing = new TreeSet<>();
        for (String key : found(SAID)) {
            boolean exists = keys.contains(key) || keys.contains(key + ".happened");
            boolean prefix = key.endsWith(".") && keys.stream().anyMatch(k -> k.startsWith(key));
            if (!exists && !prefix) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noKeyIsLeftOver() throws IOException {
        Set<String> literals = found(LITERAL);
        List<String> prefixes = literals.stream().filter(l -> l.endsWith(".")).toList();
        Set<String> unused = new TreeSet<>();
        for (String key : keys(Locale.ENGLISH)) {
            String parent = key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : key;
            boolean family = key.matches(".*\\.(happened|meaning|next|why|title|text)") && literals.contains(parent);
            if (!literals.contains(key) && !family && prefixes.stream().noneMatch(key::startsWith)) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void everyLanguageHasTheSameKeysAndPlaceholders() throws IOException {
        Properties english = load(Locale.ENGLISH);
        for (Locale language : Words.LANGUAGES) {
            Properties other = load(language);
            assertThat(other.stringPropertyNames())
                    .as(language.toString())
                    .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(placeholders(other.getProperty(key)))
                        .as(language + " " + key)
                        .isEqualTo(placeholders(english.getProperty(key)));
            }
        }
    }

    /** The letter that Alt calls a button by stands after an underscore; a translation that drops it takes a key away. */
    @Test
    void everyLanguageHasALetterForTheSameButtons() throws IOException {
        Set<String> english = marked(load(Locale.ENGLISH));
        assertThat(english).contains("submission.next");
        for (Locale language : Words.LANGUAGES) {
            assertThat(marked(load(language))).as(language.toString()).isEqualTo(english);
        }
    }

    private static Set<String> marked(Properties texts) {
        return texts.stringPropertyNames().stream()
                .filter(key -> texts.getProperty(key).matches(".*_\\p{Alnum}.*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A sentence of three words or more that reads as in English was forgotten. */
    @Test
    void noSentenceIsLeftInEnglish() throws IOException {
        Properties english = load(Locale.ENGLISH);
        for (Locale language : Words.LANGUAGES.subList(1, Words.LANGUAGES.size())) {
            Properties other = load(language);
            assertThat(other.stringPropertyNames())
                    .as(language.toString())
                    .filteredOn(key ->
                            WORD.matcher(other.getProperty(key)).results().count() >= 3)
                    .filteredOn(key -> !key.startsWith("format."))
                    .allSatisfy(key -> assertThat(other.getProperty(key)).isNotEqualTo(english.getProperty(key)));
        }
    }

    /** Words of the program inside a problem would be English in every language: they are keys. File names may stay. */
    @Test
    void problemsCarryKeysNotEnglishWords() throws IOException {
        Set<String> keys = keys(Locale.ENGLISH);
        Set<String> english = new TreeSet<>();
        for (String problem : found(PROBLEM)) {
            LITERAL_TEXT
                    .matcher(problem)
                    .results()
                    .map(m -> m.group(1))
                    .map(String::strip)
                    .filter(text -> text.matches(".*\\p{L}.*") && !CODES.contains(text))
                    .filter(text -> FAMILIES.stream().noneMatch(f -> keys.contains(f + text.replace(' ', '-'))))
                    .forEach(english::add);
        }
        assertThat(english).isEmpty();
    }

    @Test
    void everyTextOfEveryLanguageIsAPatternThatCanBeFilled() throws IOException {
        for (Locale language : Words.LANGUAGES) {
            Words words = Words.of(language);
            for (String key : keys(language)) {
                for (int count : new int[] {0, 1, 2, 1000}) {
                    Object[] arguments = {count, count, count, count, count};
                    assertThat(words.say(key, arguments))
                            .as(language + " " + key)
                            .doesNotContain("{");
                }
            }
        }
    }

    @Test
    void noKeyStandsTwiceInALanguage() throws IOException {
        for (Locale language : Words.LANGUAGES) {
            List<String> lines = Files.readAllLines(file(language)).stream()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(lines).as(language.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void noTextHasAnApostropheThatTheFormatWouldSwallow() throws IOException {
        for (Locale language : Words.LANGUAGES) {
            Properties texts = load(language);
            assertThat(texts.stringPropertyNames()).allSatisfy(key -> assertThat(texts.getProperty(key))
                    .as(language + " " + key)
                    .doesNotContain("'"));
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult m) -> m.group(1))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Set<String> keys(Locale language) throws IOException {
        return load(language).stringPropertyNames();
    }

    private static Properties load(Locale language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(language))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Path file(Locale language) {
        return BUNDLES.resolve("messages_" + language.getLanguage() + ".properties");
    }
}
