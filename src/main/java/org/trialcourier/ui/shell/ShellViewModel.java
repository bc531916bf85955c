// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.queue.Submission;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.QueueFeed;

/** Where the coordinator is, in which trial, and what the two lights of the top bar say. */
public final class ShellViewModel {
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.VISITS);
    private final ReadOnlyObjectWrapper<@Nullable Trial> trial = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Safety> safety = new ReadOnlyObjectWrapper<>(Safety.UNKNOWN);
    private final ReadOnlyObjectWrapper<Connection> connection = new ReadOnlyObjectWrapper<>(Connection.NONE);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper practice = new ReadOnlyBooleanWrapper();
    private final BooleanProperty draft = new SimpleBooleanProperty();
    private final BooleanProperty help = new SimpleBooleanProperty();
    private final BooleanProperty railCollapsed = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    private final QueueFeed feed;
    private @Nullable UUID expected;

    /** A frame whose lights follow the feed. */
    public ShellViewModel(QueueFeed feed) {
        this.feed = feed;
        feed.submissions().subscribe(now -> refresh());
        feed.needingSources().subscribe(now -> refresh());
        feed.fresh().subscribe(now -> refresh());
        feed.problem().subscribe(now -> refresh());
        feed.standstill().subscribe(now -> refresh());
        draft.subscribe(now -> refresh());
        feed.lost().subscribe(now -> refresh());
        trial.subscribe(now -> refresh());
    }

    private void refresh() {
        List<Submission> submissions = feed.submissions().get();
        boolean known =
                feed.fresh().get() && (expected == null || submissions.stream().anyMatch(s -> s.id().equals(expected)));
        safety.set(known ? safety(submissions) : feed.problem().get() == null ? Safety.UNKNOWN : Safety.UNREADABLE);
        connection.set(connection(submissions));
        waiting.set(
                (int) submissions.stream().filter(ShellViewModel::isUnfinished).count());
    }

    private Safety safety(List<Submission> submissions) {
        Safety safety = Safety.of(
                submissions,
                feed.needingSources().get(),
                draft.get(),
                feed.lost().get());
        return safety == Safety.SEALED && feed.standstill().get() != null ? Safety.NEEDS_YOU : safety;
    }

    private Connection connection(List<Submission> submissions) {
        if (trial.get() == null) {
            return Connection.NONE;
        }
        if (feed.standstill().get() != null) {
            return Connection.STANDING;
        }
        return feed.fresh().get() ? Connection.of(submissions) : Connection.UNKNOWN;
    }

    private static boolean isUnfinished(Submission submission) {
        return switch (submission.state()) {
            case RECEIVED, CANCELLED, DRAFT -> false;
            default -> true;
        };
    }

    /** Says nothing is safe until this submission, queued just now, is seen in the queue. */
    public void expect(UUID queued) {
        expected = queued;
        refresh();
    }

    /** Goes to a screen. */
    public void open(Screen target) {
        screen.set(target);
    }

    /** Works in another trial; null for none. */
    public void work(@Nullable Trial chosen, boolean practising) {
        practice.set(practising);
        trial.set(chosen);
    }

    /** Where the coordinator is. */
    public ReadOnlyObjectProperty<Screen> screen() {
        return screen.getReadOnlyProperty();
    }

    /** The trial, or null before the first. */
    public ReadOnlyObjectProperty<@Nullable Trial> trial() {
        return trial.getReadOnlyProperty();
    }

    /** The safe-to-close light. */
    public ReadOnlyObjectProperty<Safety> safety() {
        return safety.getReadOnlyProperty();
    }

    /** The connection light. */
    public ReadOnlyObjectProperty<Connection> connection() {
        return connection.getReadOnlyProperty();
    }

    /** How many submissions are not received yet. */
    public ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether something in the queue goes on by itself. */
    public boolean isMoving() {
        return feed.submissions().get().stream().anyMatch(s -> s.state().isOpen());
    }

    /** Whether this is practice mode. */
    public ReadOnlyBooleanProperty practice() {
        return practice.getReadOnlyProperty();
    }

    /** Whether images were chosen and not sent. */
    public BooleanProperty draft() {
        return draft;
    }

    /** Why nothing is known of submissions, or null: said on every screen for as long as it lasts. */
    public ReadOnlyObjectProperty<@Nullable Problem> unreadable() {
        return feed.problem();
    }

    /** A fault that has no place of its own on a screen, or null. */
    public ObjectProperty<@Nullable Problem> problem() {
        return problem;
    }

    /** Whether the guide is open. */
    public BooleanProperty help() {
        return help;
    }

    /** Whether the rail is narrow. */
    public BooleanProperty railCollapsed() {
        return railCollapsed;
    }
}
