// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.problem.ProblemException;

class LoginStartTest {
    @TempDir
    private Path user;

    private final List<String> called = new ArrayList<>();
    private int answer;

    private LoginStart on(String system, @Nullable String launcher) {
        return new LoginStart(system, user, Map.of(), launcher, words -> {
            called.add(String.join(" ", words));
            return answer;
        });
    }

    @Test
    void onLinuxAnAutostartEntryIsWrittenAndTakenAway() throws Exception {
        LoginStart linux = on("Linux", "/opt/trial courier/bin/TrialCourier");
        assertThat(linux.offer()).isEqualTo(LoginStart.Offer.OFF);
        linux.set(true);
        assertThat(Files.readString(user.resolve(".config/autostart/trialcourier.desktop")))
                .contains("Exec=\"/opt/trial courier/bin/TrialCourier\" --background");
        assertThat(linux.offer()).isEqualTo(LoginStart.Offer.ON);
        linux.set(false);
        assertThat(linux.offer()).isEqualTo(LoginStart.Offer.OFF);
    }

    @Test
    void onMacALaunchAgentIsWritten() throws Exception {
        on("Mac OS X", "/Applications/A&B.app/Contents/MacOS/TrialCourier").set(true);
        assertThat(Files.readString(user.resolve("Library/LaunchAgents/org.trialcourier.plist")))
                .contains(
                        "<string>/Applications/A&amp;B.app/Contents/MacOS/TrialCourier</string><string>--background</string>");
    }

    @Test
    void onWindowsTheRegistryOfThisUserIsAsked() throws Exception {
        LoginStart windows = on("Windows 11", "C:\\Program Files\\TrialCourier\\TrialCourier.exe");
        answer = 1;
        assertThat(windows.offer()).isEqualTo(LoginStart.Offer.OFF);
        answer = 0;
        windows.set(true);
        assertThat(called.getLast())
                .startsWith("reg.exe add HKCU\\")
                .contains("\"C:\\Program Files\\TrialCourier\\TrialCourier.exe\" --background");
        assertThat(windows.offer()).isEqualTo(LoginStart.Offer.ON);
        answer = 1;
        assertThatThrownBy(() -> windows.set(true)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aProgramThatIsNotInstalledSaysSo() throws Exception {
        assertThat(on("Linux", null).offer()).isEqualTo(LoginStart.Offer.NOT_INSTALLED);
    }
}
