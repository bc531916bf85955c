// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;
import org.trialcourier.trial.VisitBoard;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.shared.Ticker;
import org.trialcourier.work.JobRunner;

/** Tells of visits whose window closes tomorrow or today, to somebody who does not see the board. */
public final class ClosingNotices {
    /** How often the boards are looked at. */
    private static final Duration PACE = Duration.ofMinutes(30);

    private final Map<String, Long> told = new HashMap<>();
    private final Words words;
    private final Voice tell;

    /** Says something where the window is not seen. */
    @FunctionalInterface
    public interface Voice {
        /** Says it; whether there was anybody to say it to. */
        boolean say(String text);
    }

    /** The boards of all trials. Each may block. */
    public interface Boards {
        /** Whether the person wants such news. */
        boolean isClosingTold();

        /** Whether visits may have been sent of which nothing is seen here: they look as if they were due. */
        boolean isBlind() throws ProblemException;

        /** What closes soonest. */
        List<VisitBoard.Cell> closingSoonest() throws ProblemException;
    }

    private ClosingNotices(Words words, Voice tell) {
        this.words = words;
        this.tell = tell;
    }

    /**
     * Begins to watch.
     *
     * @param boards is asked away from the UI thread
     * @param tell is told each once a day
     * @return ends the watch
     */
    public static Runnable watch(Boards boards, JobRunner runner, Ticker ticker, Words words, Voice tell) {
        ClosingNotices notices = new ClosingNotices(words, tell);
        return ticker.every(
                PACE,
                () -> runner.start(
                        progress -> boards.isClosingTold()
                                ? new Soonest(boards.closingSoonest(), boards.isBlind())
                                : new Soonest(List.of(), false),
                        notices::judge,
                        Faults::problem));
    }

    private record Soonest(List<VisitBoard.Cell> cells, boolean blind) {}

    private void judge(Soonest soonest) {
        for (VisitBoard.Cell cell : soonest.cells()) {
            long days = cell.state().days();
            String place = cell.trial().id()
                    + '\n'
                    + cell.subject().id()
                    + '\n'
                    + cell.visit().id();
            Long before = told.get(place);
            if (days <= 1 && (before == null || before != days)) {
                String text = words.say(
                        soonest.blind() ? "notice.unseen" : "notice.text",
                        cell.subject().id(),
                        cell.visit().name(),
                        words.say("visits.due", days));
                if (tell.say(text)) {
                    told.put(place, days);
                }
            }
        }
    }
}
