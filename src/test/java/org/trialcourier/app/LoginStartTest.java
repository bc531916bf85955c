// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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

    /** A path with spaces and letters of any language comes into the registry whole, in a file that is gone afterwards. */
    @Test
    void onWindowsTheRegistryOfThisUserIsWrittenAndCleanedAgain() throws Exception {
        List<String> imported = new ArrayList<>();
        boolean[] there = {false};
        LoginStart windows =
                new LoginStart("Windows 11", user, Map.of(), "C:\\Users\\Änne Muster\\TrialCourier.exe", words -> {
                    called.add(String.join(" ", words));
                    switch (words.get(1)) {
                        case "import" -> {
                            imported.add(words.get(2));
                            imported.add(Files.readString(Path.of(words.get(2)), StandardCharsets.UTF_16));
                            there[0] = true;
                        }
                        case "delete" -> there[0] = false;
                        default -> {
                            return there[0] ? 0 : 1;
                        }
                    }
                    return answer;
                });
        assertThat(windows.offer()).isEqualTo(LoginStart.Offer.OFF);
        windows.set(true);
        assertThat(windows.offer()).isEqualTo(LoginStart.Offer.ON);
        assertThat(imported.get(1))
                .startsWith("Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\Microsoft\\")
                .endsWith(
                        "\"TrialCourier\"=\"\\\"C:\\\\Users\\\\Änne Muster\\\\TrialCourier.exe\\\" --background\"\r\n");
        assertThat(Path.of(imported.get(0))).doesNotExist();
        windows.set(false);
        assertThat(windows.offer()).isEqualTo(LoginStart.Offer.OFF);
        assertThat(called)
                .contains("reg.exe delete HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v TrialCourier /f");
        answer = 1;
        assertThatThrownBy(() -> windows.set(true)).isInstanceOf(ProblemException.class);
    }

    @Test
    void onWindowsAnEntryThatStaysIsNotCalledGone() {
        LoginStart windows = on("Windows 11", "C:\\TrialCourier.exe");
        assertThatThrownBy(() -> windows.set(false)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aProgramThatIsNotInstalledSaysSo() throws Exception {
        assertThat(on("Linux", null).offer()).isEqualTo(LoginStart.Offer.NOT_INSTALLED);
    }
}
