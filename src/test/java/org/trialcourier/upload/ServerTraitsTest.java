// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How large the next request is, by what the ones before it told about the link and the server. */
class ServerTraitsTest {
    private static final long MEBI = 1L << 20;
    private static final String ENDPOINT = "https://receiver.example/files/";

    private final MapMemory memory = new MapMemory();
    private final ServerTraits traits = new ServerTraits(Patience.standard(), ENDPOINT);

    @Test
    void requestsGrowOnAQuickLinkUpTo64MebibytesAndStayOnASlowOne() {
        assertThat(traits.chunk()).isEqualTo(4 * MEBI);
        traits.passed(traits.chunk(), Duration.ofSeconds(10));
        assertThat(traits.chunk()).as("neither quick nor slow").isEqualTo(4 * MEBI);
        traits.passed(traits.chunk(), Duration.ofSeconds(2));
        assertThat(traits.chunk()).isEqualTo(8 * MEBI);
        traits.passed(1, Duration.ofMillis(1));
        assertThat(traits.chunk()).as("the short last request tells nothing").isEqualTo(8 * MEBI);
        for (int i = 0; i < 5; i++) {
            traits.passed(traits.chunk(), Duration.ofMillis(100));
        }
        assertThat(traits.chunk()).isEqualTo(64 * MEBI);
    }

    @Test
    void requestsShrinkWhereTheyBreakOrTakeTooLongButNotBelowOneMebibyte() {
        traits.broke();
        assertThat(traits.chunk()).isEqualTo(2 * MEBI);
        for (int i = 0; i < 5; i++) {
            traits.passed(traits.chunk(), Duration.ofMinutes(1));
        }
        assertThat(traits.chunk()).isEqualTo(MEBI);
    }

    @Test
    void whatTheServerFoundTooLargeIsNeverSentAgainNotEvenByTheNextRun() {
        assertThat(traits.tooLarge(4 * MEBI, memory)).isTrue();
        traits.passed(traits.chunk(), Duration.ofMillis(1));
        assertThat(traits.chunk()).isEqualTo(2 * MEBI);

        ServerTraits next = new ServerTraits(Patience.standard(), ENDPOINT);
        next.recall(memory);
        next.passed(next.chunk(), Duration.ofMillis(1));
        assertThat(next.chunk()).isEqualTo(2 * MEBI);

        ServerTraits other = new ServerTraits(Patience.standard(), "https://other.example/files/");
        other.recall(memory);
        assertThat(other.chunk()).as("another server").isEqualTo(4 * MEBI);
        assertThat(traits.tooLarge(64 << 10, memory))
                .as("smaller than this helps nobody")
                .isFalse();
    }
}
