// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsualHomeTest {
    private static final Path USER = Path.of("/home/listed");

    private static Path on(String system, Map<String, String> environment) {
        return AppOptions.usualHome(environment, system, USER);
    }

    @Test
    void isWhereTheSystemKeepsDataOfPrograms() {
        assertThat(on("Linux", Map.of())).isEqualTo(Path.of("/home/listed/.local/share/trialcourier"));
        assertThat(on("Mac OS X", Map.of()))
                .isEqualTo(Path.of("/home/listed/Library/Application Support/TrialCourier"));
        assertThat(on("Windows 11", Map.of("LOCALAPPDATA", "/local"))).isEqualTo(Path.of("/local/TrialCourier"));
    }

    @Test
    void followsHomeAndXdgAsOtherProgramsDo() {
        assertThat(on("Linux", Map.of("HOME", "/net/own"))).isEqualTo(Path.of("/net/own/.local/share/trialcourier"));
        assertThat(on("Linux", Map.of("HOME", "/net/own", "XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/trialcourier"));
    }

    @Test
    void isTheFolderThatIsNamedWhereOneIsNamed() {
        assertThat(on("Windows 11", Map.of("TRIALCOURIER_HOME", "/named"))).isEqualTo(Path.of("/named"));
    }
}
