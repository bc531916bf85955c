// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.trialcourier.text.Words;

/** No letter calls two buttons where no tour comes by: what is seen together there, by the keys of its words. */
class LettersTest {
    private static final List<String> RAIL =
            List.of("rail.visits", "rail.new", "rail.queue", "rail.history", "rail.settings");
    private static final List<String> SETTINGS = List.of(
            "settings.trial.add",
            "settings.key-card.take",
            "sign-in.cancel",
            "sign-in.out",
            "doctor.examine",
            "doctor.copy",
            "doctor.save",
            "settings.authorities.pick",
            "settings.login.on");
    private static final List<List<String>> SEEN_TOGETHER = List.of(
            List.of("close.stay", "close.anyway"),
            List.of("close.stay", "switch.anyway"),
            List.of("queue.cancel.keep", "queue.cancel.do"),
            with(RAIL, with(SETTINGS, List.of("sign-in.start"))),
            with(RAIL, with(SETTINGS, List.of("sign-in.keep"))),
            with(RAIL, List.of("disc.read", "visits.begin", "visits.export", "query.fix", "query.send")),
            with(RAIL, List.of("disc.read", "queue.empty.begin")),
            List.of(
                    "welcome.practice.begin",
                    "welcome.join.go",
                    "welcome.join.open",
                    "welcome.back",
                    "sign-in.cancel"));

    @Test
    void noLetterCallsTwoButtonsThatAreSeenTogether() {
        Set<String> faults = new TreeSet<>();
        for (Locale language : Words.LANGUAGES) {
            OtherLetters letters = new OtherLetters(language);
            for (List<String> page : SEEN_TOGETHER) {
                Map<KeyCode, String> taken = new EnumMap<>(KeyCode.class);
                for (String key : page) {
                    KeyCode letter = letters.letter(key).orElseThrow();
                    String other = taken.putIfAbsent(letter, key);
                    if (other != null) {
                        faults.add(language + ": " + letter + " calls both " + other + " and " + key);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> with(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
