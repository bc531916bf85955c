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
        traits.passed(traits.chunk(), Duration.ofSeconds(10), memory);
        assertThat(traits.chunk()).as("neither quick nor slow").isEqualTo(4 * MEBI);
        traits.passed(traits.chunk(), Duration.ofSeconds(2), memory);
        assertThat(traits.chunk()).isEqualTo(8 * MEBI);
        traits.passed(1, Duration.ofMillis(1), memory);
        assertThat(traits.chunk()).as("the short last request tells nothing").isEqualTo(8 * MEBI);
        grow();
        assertThat(traits.chunk()).isEqualTo(64 * MEBI);
    }

    @Test
    void requestsShrinkWhereTheyBreakOrTakeTooLongButNotBelowOneMebibyte() {
        traits.broke(memory);
        assertThat(traits.chunk()).isEqualTo(2 * MEBI);
        for (int i = 0; i < 5; i++) {
            traits.passed(traits.chunk(), Duration.ofMinutes(1), memory);
        }
        assertThat(traits.chunk()).isEqualTo(MEBI);
    }

    @Test
    void whatTheServerFoundTooLargeIsNeverSentAgainNotEvenByTheNextRun() {
        assertThat(traits.tooLarge(4 * MEBI, memory)).isTrue();
        traits.passed(traits.chunk(), Duration.ofMillis(1), memory);
        assertThat(traits.chunk()).isEqualTo(2 * MEBI);

        ServerTraits next = nextRun(ENDPOINT);
        next.passed(next.chunk(), Duration.ofMillis(1), memory);
        assertThat(next.chunk()).isEqualTo(2 * MEBI);
        assertThat(nextRun("https://other.example/files/").chunk())
                .as("another server")
                .isEqualTo(4 * MEBI);
        assertThat(traits.tooLarge(64 << 10, memory))
                .as("smaller than this helps nobody")
                .isFalse();
    }

    @Test
    void theNextRunBeginsWithWhatFittedTheLinkLast() {
        grow();
        assertThat(nextRun(ENDPOINT).chunk()).isEqualTo(64 * MEBI);
        traits.broke(memory);
        assertThat(nextRun(ENDPOINT).chunk()).as("after a request broke").isEqualTo(32 * MEBI);
        traits.passed(traits.chunk(), Duration.ofMinutes(1), memory);
        assertThat(nextRun(ENDPOINT).chunk()).as("after a slow one").isEqualTo(16 * MEBI);
        assertThat(traits.tooLarge(16 * MEBI, memory)).isTrue();
        assertThat(nextRun(ENDPOINT).chunk()).as("after a refused one").isEqualTo(8 * MEBI);
    }

    @Test
    void whatIsRememberedNeitherExceedsTheLimitNorIsBelievedWhereItIsNonsense() {
        UploadMemory server = memory.ofServer(ENDPOINT);
        server.remember("chunk", Long.toString(64 * MEBI));
        server.remember("limit", Long.toString(8 * MEBI));
        assertThat(nextRun(ENDPOINT).chunk()).isEqualTo(8 * MEBI);
        server.remember("limit", "8m");
        server.remember("chunk", "1");
        assertThat(nextRun(ENDPOINT).chunk()).isEqualTo(MEBI);
        server.remember("chunk", "999999999999999");
        assertThat(nextRun(ENDPOINT).chunk()).isEqualTo(64 * MEBI);
        server.remember("chunk", "-5");
        assertThat(nextRun(ENDPOINT).chunk()).isEqualTo(4 * MEBI);
    }

    @Test
    void whatThisRunFoundOutIsNotForgottenWhenAnotherPartBegins() {
        traits.recall(memory);
        grow();
        memory.ofServer(ENDPOINT).remember("chunk", Long.toString(MEBI));
        traits.recall(memory);
        assertThat(traits.chunk()).isEqualTo(64 * MEBI);
    }

    private void grow() {
        for (int i = 0; i < 5; i++) {
            traits.passed(traits.chunk(), Duration.ofMillis(100), memory);
        }
    }

    private ServerTraits nextRun(String endpoint) {
        ServerTraits next = new ServerTraits(Patience.standard(), endpoint);
        next.recall(memory);
        return next;
    }
}
