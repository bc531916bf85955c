// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.submission;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.trialcourier.check.Finding;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.scan.Catalog;
import org.trialcourier.submit.Draft;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.Visit;
import org.trialcourier.ui.images.ImagesViewModel;
import org.trialcourier.ui.review.ReviewViewModel;
import org.trialcourier.ui.review.ReviewWork;
import org.trialcourier.ui.send.SendViewModel;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.subject.SubjectViewModel;
import org.trialcourier.ui.subject.VisitChoice;

/** The four steps together: which is open, which can be opened, and what flows from one to the next. */
public final class SubmissionViewModel {
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Source());
    private final ReadOnlyBooleanWrapper canContinue = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper draft = new ReadOnlyBooleanWrapper();
    private final Trial trial;
    private final Steps steps;
    private final Function<Draft, ReviewWork> work;
    private final Narrow narrow;
    private @Nullable Draft reviewed;
    private @Nullable Catalog narrowed;
    private boolean onlyNew;
    private int choices;

    /** Leaves out of a draft what was sent before, away from the UI thread. */
    @FunctionalInterface
    public interface Narrow {
        /** Hands the rest over on the UI thread. */
        void onlyNew(Draft draft, Consumer<Draft> rest);
    }

    /** The four steps. */
    public record Steps(
            SourceViewModel source,
            SubjectViewModel subject,
            ReviewViewModel review,
            ImagesViewModel images,
            SendViewModel send) {}

    /** A submission to one trial; {@code work} makes the long work of a review. */
    public SubmissionViewModel(Trial trial, Steps steps, Function<Draft, ReviewWork> work, Narrow narrow) {
        this.narrow = narrow;
        this.trial = trial;
        this.steps = steps;
        this.work = work;
        steps.review().whenOnlyNew(this::keepOnlyNew);
        steps.source().selection().subscribe(selection -> {
            narrowed = null;
            choices++;
            steps.subject().study(selection);
            judge();
        });
        steps.source().phase().subscribe(phase -> {
            if (phase == SourceViewModel.Phase.EMPTY) {
                forgetWords();
            }
            judge();
        });
        steps.subject().subject().subscribe(subject -> chosenAnew());
        steps.subject().visit().subscribe(visit -> chosenAnew());
        steps.review().ready().subscribe(ready -> judge());
        steps.images().covers().masks().addListener((InvalidationListener) change -> reconsider());
        steps.images().covers().harmless().addListener((InvalidationListener) change -> reconsider());
        steps.images().looked().addListener((InvalidationListener) change -> reconsider());
        step.subscribe(now -> judge());
    }

    /** What was written about images goes with them: a reason or an answer for one patient is none for the next. */
    private void forgetWords() {
        reviewed = null;
        steps.review().clear();
        steps.send().clear();
    }

    private void chosenAnew() {
        narrowed = null;
        choices++;
        judge();
    }

    private void judge() {
        SourceViewModel.Phase phase = steps.source().phase().get();
        begun.set(phase != SourceViewModel.Phase.EMPTY);
        draft.set(phase == SourceViewModel.Phase.SCANNING
                || !steps.source().found().patients().isEmpty());
        canContinue.set(isDone(step.get()));
    }

    /** Whether a step has all it needs. */
    private boolean isDone(Step which) {
        return switch (which) {
            case Step.Source s -> !steps.source().selection().get().patients().isEmpty();
            case Step.Subject s -> steps.subject().ready().get();
            case Step.Review s -> steps.review().ready().get();
            case Step.Send s -> false;
        };
    }

    /** Whether a step can be opened: all before it are done. */
    public boolean canOpen(Step which) {
        return Step.all().stream()
                .filter(before -> before.number() < which.number())
                .allMatch(this::isDone);
    }

    /** Opens a step where that is possible. */
    public void open(Step which) {
        if (!which.equals(step.get()) && canOpen(which)) {
            enter(which);
        }
    }

    /** Goes on to the next step. */
    public void next() {
        int number = step.get().number();
        if (canContinue.get() && number < Step.all().size()) {
            enter(Step.all().get(number));
        }
    }

    /** Goes back a step. */
    public void back() {
        int number = step.get().number();
        if (number > 1) {
            step.set(Step.all().get(number - 2));
        }
    }

    /** Goes back to where a finding can be mended. */
    public void mend(Finding.Remedy remedy) {
        open(remedy == Finding.Remedy.CHOOSE_AGAIN ? new Step.Subject() : new Step.Source());
    }

    private void enter(Step which) {
        switch (which) {
            case Step.Review r -> review();
            case Step.Send s ->
                draft().map(d -> d.withReasons(steps.review().reasons())).ifPresent(steps.send()::prepare);
            case Step.Source s -> {}
            case Step.Subject s -> {}
        }
        step.set(which);
    }

    /** What was decided about the pixels changes what leaves. */
    private void reconsider() {
        if (step.get() instanceof Step.Review) {
            review();
        }
    }

    /** Leaves out what was sent before for the subject and visit; where that is all, the check says so of the whole. */
    public void keepOnlyNew() {
        onlyNew = true;
        review();
    }

    private void review() {
        if (onlyNew && narrowed == null) {
            int asked = choices;
            draft().ifPresent(whole -> narrow.onlyNew(whole, rest -> {
                if (asked == choices) {
                    onlyNew = !rest.images().patients().isEmpty();
                    narrowed = onlyNew ? rest.images() : null;
                    review();
                }
            }));
            return;
        }
        steps.images().show(selection());
        draft().filter(draft -> !draft.equals(reviewed)).ifPresent(draft -> {
            reviewed = draft;
            steps.review().review(work.apply(draft));
        });
    }

    /** What is chosen, without what was sent before where that is to be left out. */
    private Catalog selection() {
        Catalog rest = narrowed;
        return rest == null ? steps.source().selection().get() : rest;
    }

    private Optional<Draft> draft() {
        Subject subject = steps.subject().subject().get();
        VisitChoice choice = steps.subject().visit().get();
        Catalog selection = selection();
        if (subject == null || choice == null || selection.patients().isEmpty()) {
            return Optional.empty();
        }
        try {
            Visit visit = trial.visit(choice.id());
            return Optional.of(Draft.of(trial, subject, visit, selection)
                    .withPixels(steps.images().plan()));
        } catch (ProblemException e) {
            throw new IllegalStateException("a visit of the trial is not in the trial", e);
        }
    }

    /** Takes in what was dropped on the window. */
    public void drop(List<Path> paths) {
        step.set(new Step.Source());
        steps.source().add(paths);
    }

    /** Begins for a subject and a visit, as a click on the visit board does. */
    public void begin(String subject, String visit) {
        steps.subject().choose(subject, visit);
    }

    /** Begins with what is missing of a visit: of a study that was sent before, only what is new is taken. */
    public void complete(String subject, String visit) {
        begin(subject, visit);
        onlyNew = true;
    }

    /** Forgets all and stands at the first step again. */
    public void clear() {
        narrowed = null;
        onlyNew = false;
        steps.images().clear();
        steps.source().clear();
        steps.subject().clear();
        forgetWords();
        step.set(new Step.Source());
    }

    /** The four steps. */
    public Steps steps() {
        return steps;
    }

    /** The open step. */
    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /** Whether the open step has all it needs. */
    public ReadOnlyBooleanProperty canContinue() {
        return canContinue.getReadOnlyProperty();
    }

    /** Whether something was given that can be put away again. */
    public ReadOnlyBooleanProperty begun() {
        return begun.getReadOnlyProperty();
    }

    /** Whether images were found, or are still looked for, that are not sent yet. */
    public ReadOnlyBooleanProperty holdsImages() {
        return draft.getReadOnlyProperty();
    }
}
