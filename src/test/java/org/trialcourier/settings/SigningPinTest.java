// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

class SigningPinTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Map<String, byte[]> kept = new HashMap<>();

    @Test
    void theRightPinMatchesAndTheKeptValueTellsNothing() throws Exception {
        pin().choose("4711");
        assertThat(pin().matches("4711", NOW)).isTrue();
        assertThat(pin().matches("4712", NOW)).isFalse();
        assertThat(new String(kept.get("signing-pin"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("4711");
    }

    @Test
    void guessingIsSlowedDownAlsoOverARestart() throws Exception {
        pin().choose("4711");
        for (int i = 0; i < SigningPin.FREE_TRIES; i++) {
            assertThat(pin().matches("0000", NOW)).isFalse();
        }
        assertThat(waiting(NOW)).isEqualTo(new Problem.TooManyTries(30));
        assertThat(waiting(NOW.plusSeconds(29))).isEqualTo(new Problem.TooManyTries(1));
        assertThat(pin().matches("0000", NOW.plusSeconds(30))).isFalse();
        assertThat(waiting(NOW.plusSeconds(30))).isEqualTo(new Problem.TooManyTries(60));
        assertThat(pin().matches("4711", NOW.plusSeconds(90))).isTrue();
        assertThat(pin().matches("0000", NOW.plusSeconds(91))).isFalse();
        assertThat(pin().matches("4711", NOW.plusSeconds(91))).isTrue();
    }

    private Problem waiting(Instant now) {
        return catchThrowableOfType(ProblemException.class, () -> pin().matches("4711", now))
                .problem();
    }

    private SigningPin pin() {
        return new SigningPin(new Secrets() {
            @Override
            public Optional<byte[]> get(String name) {
                return Optional.ofNullable(kept.get(name));
            }

            @Override
            public void put(String name, byte[] secret) {
                kept.put(name, secret);
            }

            @Override
            public void remove(String name) {
                kept.remove(name);
            }

            @Override
            public Phrase place() {
                return Phrase.verbatim("this test");
            }
        });
    }
}
