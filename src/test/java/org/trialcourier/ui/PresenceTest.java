// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.FxRunner;
import org.trialcourier.work.DirectRunner;

/** The program goes on without its window: beside the clock where there is a place, else minimised. */
@ResourceLock(Stagehand.WINDOW)
class PresenceTest {
    private final List<String> done = new ArrayList<>();
    private int marks;
    private Runnable open = () -> {};
    private Runnable quit = () -> {};
    private Stage stage;

    private final class Written implements Presence.Mark {
        @Override
        public void say(String text) {
            done.add("says " + text);
        }

        @Override
        public void status(String text) {
            done.add("status " + text);
        }

        @Override
        public void close() {
            done.add("gone");
        }
    }

    @BeforeEach
    void window() {
        Stagehand.startToolkit();
        stage = Stagehand.fx(() -> {
            Stage made = new Stage();
            made.setScene(new Scene(new Region(), 300, 200));
            made.show();
            return made;
        });
    }

    @AfterEach
    void closed() {
        run(stage::close);
    }

    private static void run(Runnable work) {
        Stagehand.fx(() -> {
            work.run();
            return true;
        });
    }

    private Presence beside() {
        return new Presence(stage, new DirectRunner(), (words, toOpen, toQuit) -> {
            open = toOpen;
            quit = toQuit;
            marks++;
            return Optional.of(new Written());
        });
    }

    private void leave(Presence presence) {
        run(() -> presence.leave(Words.english(), "3 wait", () -> done.add("quit")));
    }

    @Test
    void theWindowGoesBesideTheClockAndComesBackFromThere() {
        Presence presence = beside();
        leave(presence);
        assertThat(stage.isShowing()).isFalse();
        assertThat(Stagehand.fx(() -> presence.say("received"))).isTrue();
        open.run();
        run(() -> {});
        assertThat(stage.isShowing()).isTrue();
        assertThat(Stagehand.fx(() -> presence.say("not heard, since the window is seen")))
                .isFalse();
        leave(presence);
        quit.run();
        run(presence::close);
        assertThat(marks).isEqualTo(1);
        assertThat(done).containsExactly("status 3 wait", "says received", "status 3 wait", "quit", "gone");
    }

    @Test
    void aMinimisedWindowIsHeardToo() {
        Presence presence = beside();
        run(() -> {
            stage.setIconified(true);
            presence.minimised(Words.english(), () -> done.add("quit"));
        });
        assertThat(stage.isShowing()).as("it is not taken away").isTrue();
        assertThat(Stagehand.fx(() -> presence.say("received"))).isTrue();
        assertThat(done).containsExactly("says received");
        leave(presence);
        assertThat(marks).as("one mark").isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDesktopWithoutSuchAPlaceShowsNotesAndKeepsTheWindowInItsList(@TempDir Path folder) throws Exception {
        assertThat(DesktopNotes.on(folder.toString(), new DirectRunner())).isEmpty();
        Path program = folder.resolve("notify-send");
        Path shown = folder.resolve("shown");
        Files.writeString(program, "#!/bin/sh\nprintf '%s|' \"$@\" > '" + shown + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Presence presence = new Presence(
                stage,
                new DirectRunner(),
                (words, toOpen, toQuit) -> DesktopNotes.on("/nowhere:" + folder, new FxRunner()));
        leave(presence);
        assertThat(stage.isShowing()).isTrue();
        assertThat(stage.isIconified()).isTrue();
        assertThat(Stagehand.fx(() -> presence.say("014-0001 · A&B: received"))).isTrue();
        String note = "--app-name=TrialCourier|--icon=trialcourier|--|TrialCourier|014-0001 · A&amp;B: received|";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(shown) && Files.readString(shown).equals(note));
        run(presence::close);
    }

    @Test
    void withoutSuchAPlaceTheWindowIsMinimised() {
        Presence presence = new Presence(stage, new DirectRunner(), (words, toOpen, toQuit) -> Optional.empty());
        leave(presence);
        assertThat(stage.isShowing()).isTrue();
        assertThat(stage.isIconified()).isTrue();
        assertThat(Stagehand.fx(presence::isSeen)).isFalse();
        assertThat(Stagehand.fx(() -> presence.say("not heard"))).isFalse();
        run(presence::come);
        assertThat(Stagehand.fx(presence::isSeen)).isTrue();
    }
}
