// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.work.JobRunner;

/**
 * Notifications of a Linux desktop that has no place beside the clock, as GNOME: by the desktop's own program, where it
 * is there. The window stays in the list of windows then.
 */
final class DesktopNotes implements Presence.Mark {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopNotes.class);

    private final File program;
    private final JobRunner runner;

    private DesktopNotes(File program, JobRunner runner) {
        this.program = program;
        this.runner = runner;
    }

    /** Looks for the program in the folders of a {@code PATH}. */
    static Optional<DesktopNotes> on(String path, JobRunner runner) {
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> new File(folder, "notify-send"))
                .filter(File::canExecute)
                .findFirst()
                .map(program -> new DesktopNotes(program, runner));
    }

    @Override
    public boolean isPlace() {
        return false;
    }

    @Override
    public void say(String text) {
        // The text is markup to most desktops.
        String body = text.replace("&", "&amp;").replace("<", "&lt;");
        List<String> command = List.of(
                program.getPath(), "--app-name=TrialCourier", "--icon=trialcourier", "--", "TrialCourier", body);
        runner.start(
                progress -> new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor(),
                code -> LOG.debug("a note of the desktop: {}", code),
                failure -> LOG.info(
                        "the desktop shows no notes: {}", failure.getClass().getSimpleName()));
    }

    @Override
    public void status(String text) {
        // There is no mark to point at.
    }

    @Override
    public void close() {
        // Nothing of it stays.
    }
}
