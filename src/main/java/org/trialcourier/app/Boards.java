// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.trial.LocalSubmission;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.VisitBoard;
import org.trialcourier.trial.VisitState;

/** Visit boards: the trial's windows and roster together with what this workstation has in its queue. */
public final class Boards {
    /**
     * The submission that stands for its visit comes last: one about which something is asked, as long as it is open and
     * whatever was sent since; else the latest.
     */
    public static final Comparator<Submission> STANDING_LAST = Comparator.comparing(
                    (Submission each) -> each.state() == State.QUERY)
            .thenComparing(Submission::created);

    private final App app;

    Boards(App app) {
        this.app = app;
    }

    /** The boards of all trials. */
    public List<VisitBoard> all() throws ProblemException {
        List<Submission> submissions = app.queue().list();
        boolean blind = isBlind();
        return app.trials().all().stream()
                .map(trial -> board(trial, submissions, blind))
                .toList();
    }

    /** Whether submissions may be unknown, so that visits look as if they were due. */
    public boolean isBlind() throws ProblemException {
        return isBlind(app.damage());
    }

    /** Whether what was damaged and set aside may have held submissions. */
    public static boolean isBlind(List<Problem> damage) {
        return damage.stream().anyMatch(each -> !(each instanceof Problem.StoreDamaged store && store.isSettings()));
    }

    /** The board of a trial at this moment. */
    public VisitBoard of(Trial trial) throws ProblemException {
        return board(trial, app.queue().list(), isBlind());
    }

    private VisitBoard board(Trial trial, List<Submission> submissions, boolean blind) {
        List<LocalSubmission> local = new ArrayList<>();
        for (Submission each : submissions.stream().sorted(STANDING_LAST).toList()) {
            if (each.trial().equals(trial.id())
                    && each.site().equals(trial.site().id())) {
                kind(each)
                        .ifPresent(kind -> local.add(new LocalSubmission(
                                each.subject(),
                                each.visit(),
                                kind,
                                (int) (each.share() * 100),
                                each.note().orElse(""))));
            }
        }
        VisitBoard board = VisitBoard.of(trial, app.clock().instant(), local);
        return blind ? board.unseen() : board;
    }

    private static Optional<VisitState.Kind> kind(Submission submission) {
        return switch (submission.state()) {
            case DRAFT -> Optional.of(VisitState.Kind.DRAFT);
            case QUEUED, PREPARING, WAITING, PAUSED -> Optional.of(VisitState.Kind.QUEUED);
            case UPLOADING, VERIFYING -> Optional.of(VisitState.Kind.SENDING);
            case HELD -> Optional.of(VisitState.Kind.HELD);
            case RECEIVED -> Optional.of(VisitState.Kind.RECEIVED);
            case QUERY -> Optional.of(VisitState.Kind.QUERY);
            case REJECTED -> Optional.of(VisitState.Kind.REJECTED);
            case CANCELLED -> Optional.empty();
        };
    }
}
