// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.trialcourier.queue.Submission;
import org.trialcourier.work.Progress;
import org.trialcourier.work.Ticker;

/** Shows on a terminal how far a job is; where standard error is no terminal it stays silent. */
final class ProgressLine implements AutoCloseable {
    private final Progress progress = new Progress();

    private final Console console;
    private final @Nullable Ticker ticker;
    private boolean shown;

    ProgressLine(Console console) {
        this.console = console;
        this.ticker = isNoTerminal() ? null : new Ticker(progress, this::show);
    }

    /** Since JDK 25 there is no console again where a stream is redirected. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isNoTerminal() {
        return System.console() == null || !System.console().isTerminal();
    }

    Progress progress() {
        return progress;
    }

    /** Says in whole lines why a submission waits, and until when. */
    void waits(Submission submission) {
        clear();
        submission
                .problem()
                .ifPresent(why -> console.say(console.words().of(why).happened()));
        Instant next = submission.retryAt();
        if (next != null) {
            ZoneId here = ZoneId.systemDefault();
            console.say(console.words()
                    .say("cli.next-try", console.words().formats().moment(next, here)));
        }
    }

    private void show(Progress.Snapshot now) {
        double share = now.share();
        String far = share >= 0
                ? console.words().formats().percent(share)
                : console.words().formats().number(now.items());
        console.err().print("\r  " + far + "      ");
        console.err().flush();
        shown = true;
    }

    @Override
    public void close() {
        if (ticker != null) {
            ticker.close();
        }
        clear();
    }

    private void clear() {
        if (shown) {
            console.err().print("\r                \r");
            shown = false;
        }
    }
}
