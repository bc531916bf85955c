// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.queue.run.Wakefulness.Hold;

class KeptAwakeTest {
    @Test
    void theProgramThatKeepsTheComputerAwakeEndsWithTheHold() {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "cat is no program of Windows");
        KeptAwake awake = new KeptAwake(List.of("cat"));
        long before = children();
        try (Hold hold = awake.hold()) {
            assertThat(hold).isNotNull();
            assertThat(children()).isEqualTo(before + 1);
        }
        await().until(() -> children() == before);
    }

    @Test
    void whereTheProgramIsMissingTheWorkGoesOn() {
        KeptAwake awake = new KeptAwake(List.of("no-such-program-here"));
        assertThatCode(() -> {
                    awake.hold().close();
                    awake.hold().close();
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void eachSystemHasItsOwnWay(String system) {
        assertThatCode(() -> KeptAwake.on(system).hold().close()).doesNotThrowAnyException();
    }

    private static long children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }
}
