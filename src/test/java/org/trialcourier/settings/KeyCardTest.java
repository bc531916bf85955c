// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.ProblemException;

class KeyCardTest {
    private static final long SEED = 20261127;

    private final Random random = new Random(SEED);

    private KeyCard card() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new KeyCard("FICTION-1", "014", key);
    }

    @Test
    void whatIsPrintedIsReadAgainHoweverItIsTyped() throws Exception {
        for (int round = 0; round < 200; round++) {
            KeyCard card = card();
            List<String> groups = card.groups();
            assertThat(groups).hasSize(14).allMatch(group -> group.matches("[0-9A-HJKMNP-TV-Z]{4}"));
            String typed = String.join(round % 2 == 0 ? " " : "-\n", groups);
            String careless =
                    typed.toLowerCase(java.util.Locale.ROOT).replace('0', 'o').replace('1', 'l');
            assertThat(KeyCard.read("FICTION-1", "014", typed).key()).isEqualTo(card.key());
            assertThat(KeyCard.read("FICTION-1", "014", careless).key()).isEqualTo(card.key());
        }
    }

    @Test
    void theSmallestAndTheLargestKeyAreCardsToo() throws Exception {
        for (byte filling : new byte[] {0, -1}) {
            byte[] key = new byte[32];
            Arrays.fill(key, filling);
            String typed = String.join("", new KeyCard("T", "1", key).groups());
            assertThat(KeyCard.read("T", "1", typed).key()).isEqualTo(key);
        }
    }

    @Test
    void everyMistypedLetterIsRefused() {
        String right = String.join("", card().groups());
        for (int at = 0; at < right.length(); at++) {
            char other = right.charAt(at) == '7' ? '8' : '7';
            String wrong = right.substring(0, at) + other + right.substring(at + 1);
            assertThatThrownBy(() -> KeyCard.read("FICTION-1", "014", wrong)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aCardOfAnotherTrialOrSiteAndWhatIsNoCardAreRefused() {
        String right = String.join(" ", card().groups());
        for (List<String> place : List.of(List.of("FICTION-1", "015"), List.of("FICTION-2", "014"))) {
            assertThatThrownBy(() -> KeyCard.read(place.get(0), place.get(1), right))
                    .isInstanceOf(ProblemException.class);
        }
        for (String none : List.of("", right + " 0", right.substring(1), "hello", "ÄÖÜ!", "0".repeat(5000))) {
            assertThatThrownBy(() -> KeyCard.read("FICTION-1", "014", none)).isInstanceOf(ProblemException.class);
        }
    }
}
