// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.subject;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Severity;
import org.trialcourier.check.Suggestion;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.scan.Catalog;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.subject.VisitChoice.Fit;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** The subject and the visit, with each visit's window explained against the day of the study. */
public final class SubjectViewModel {
    private static final Catalog NOTHING = new Catalog(List.of(), List.of(), 0);

    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Subject> subject = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable VisitChoice> visit = new SimpleObjectProperty<>();
    private final ObservableList<VisitChoice> visits = FXCollections.observableArrayList();
    private final FilteredList<Subject> subjects;
    private final Trial trial;
    private final Words words;
    private final ObservableList<Suggested> suggestions = FXCollections.observableArrayList();
    private final JobRunner runner;
    private final Suggest suggest;
    private final ReadOnlyStringWrapper doubt = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper unseen = new ReadOnlyStringWrapper("");
    private Catalog images = NOTHING;
    private final ObservableList<Finding> concerns = FXCollections.observableArrayList();
    private @Nullable Progress looking;
    private @Nullable Progress checking;
    private @Nullable Progress doubting;

    /** Finds out whose images these may be; blocks. */
    @FunctionalInterface
    public interface Suggest {
        /** Likeliest first. */
        List<Suggestion> of(Catalog selection) throws ProblemException;

        /** What can be said of the images already. */
        default List<Finding> findings(Catalog selection) throws ProblemException {
            return List.of();
        }

        /** What speaks against a subject. */
        default List<Phrase> doubts(Catalog selection, Subject subject) throws ProblemException {
            return List.of();
        }
    }

    /**
     * A subject and visit that the images may belong to.
     *
     * @param why what speaks for it
     * @param doubt what speaks against it; may be empty
     */
    public record Suggested(String subject, String visit, String title, String why, String doubt) {}

    /** The choice in a trial. */
    public SubjectViewModel(Trial trial, Suggest suggest, JobRunner runner, Words words) {
        this.suggest = suggest;
        this.runner = runner;
        this.trial = trial;
        this.words = words;
        this.subjects = new FilteredList<>(FXCollections.observableArrayList(trial.subjects()));
        search.subscribe(this::filter);
        subject.subscribe(chosen -> offer(chosen));
    }

    private void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        subjects.setPredicate(s -> s.id().toLowerCase(Locale.ROOT).contains(wanted));
        if (subjects.size() == 1 && !wanted.isEmpty()) {
            subject.set(subjects.getFirst());
        }
    }

    /** Explains the visits against the days of these studies from now on. */
    public void study(Catalog selection) {
        images = selection;
        offer(subject.get());
        suggest(selection);
    }

    /** Ranks subjects and visits in the background. Nothing hangs on it: where it fails, this is said. */
    private void suggest(Catalog selection) {
        if (looking != null) {
            looking.cancel();
        }
        suggestions.clear();
        unseen.set("");
        check(selection);
        if (!selection.patients().isEmpty()) {
            looking = runner.start(
                    progress -> suggest.of(selection),
                    found -> suggestions.setAll(
                            found.stream().map(this::suggested).toList()),
                    this::unseen);
        }
    }

    private void check(Catalog selection) {
        if (checking != null) {
            checking.cancel();
        }
        concerns.clear();
        if (!selection.patients().isEmpty()) {
            checking = runner.start(
                    progress -> suggest.findings(selection),
                    found -> concerns.setAll(found.stream()
                            .filter(each -> each.severity() != Severity.NOTE)
                            .toList()),
                    this::unseen);
        }
    }

    private void unseen(Exception failure) {
        unseen.set(words.say("subject.unseen", words.of(Faults.problem(failure)).happened()));
    }

    private Suggested suggested(Suggestion found) {
        return new Suggested(
                found.subject().id(),
                found.visit().id(),
                words.say("submission.for", found.subject().id(), found.visit().name()),
                words.say(Phrase.of("phrase.list", Phrase.list(found.reasons()))),
                words.say(Phrase.of("phrase.list", Phrase.list(found.doubts()))));
    }

    private void offer(@Nullable Subject chosen) {
        VisitChoice before = visit.get();
        doubt(chosen);
        visits.setAll(chosen == null ? List.of() : new VisitChoices(trial, images, words).of(chosen));
        String wanted = before == null ? "" : before.id();
        visit.set(visits.stream()
                .filter(choice -> choice.id().equals(wanted))
                .findFirst()
                .orElseGet(this::onlyFit));
    }

    private void doubt(@Nullable Subject chosen) {
        if (doubting != null) {
            doubting.cancel();
        }
        doubt.set("");
        Catalog selection = images;
        if (chosen != null && !selection.patients().isEmpty()) {
            doubting = runner.start(
                    progress -> suggest.doubts(selection, chosen),
                    found -> doubt.set(
                            found.isEmpty()
                                    ? ""
                                    : words.say(
                                            "subject.doubt",
                                            chosen.id(),
                                            words.say(Phrase.of("phrase.list", Phrase.list(found))))),
                    this::unseen);
        }
    }

    /** The visit into whose window the study falls, where there is exactly one. */
    private @Nullable VisitChoice onlyFit() {
        List<VisitChoice> inside =
                visits.stream().filter(choice -> choice.fit() == Fit.INSIDE).toList();
        return inside.size() == 1 ? inside.getFirst() : null;
    }

    /** Chooses both by id, as a click on the visit board does. */
    public void choose(String subjectId, String visitId) {
        search.set("");
        trial.subjects().stream()
                .filter(s -> s.id().equals(subjectId))
                .findFirst()
                .ifPresent(subject::set);
        visits.stream().filter(v -> v.id().equals(visitId)).findFirst().ifPresent(visit::set);
    }

    /** Why nothing is suggested and not all is checked; empty where all was looked at. */
    public ReadOnlyStringProperty unseen() {
        return unseen.getReadOnlyProperty();
    }

    /** Forgets the choice. */
    public void clear() {
        search.set("");
        subject.set(null);
        visit.set(null);
        images = NOTHING;
        unseen.set("");
        suggestions.clear();
        concerns.clear();
    }

    /** Sex and year of birth from the roster, to compare with the images. */
    public String facts(Subject of) {
        String year = of.birthYear().isPresent() ? String.valueOf(of.birthYear().getAsInt()) : "";
        return String.join(
                " · ",
                List.of(of.sex(), year).stream().filter(t -> !t.isEmpty()).toList());
    }

    /** Subjects and visits that the images may belong to, likeliest first. */
    public ObservableList<Suggested> suggestions() {
        return suggestions;
    }

    /** What stands in the way or needs a reason, whoever the images belong to. */
    public ObservableList<Finding> concerns() {
        return concerns;
    }

    /** What speaks against the chosen subject, as a sentence; empty where nothing does. */
    public ReadOnlyStringProperty doubt() {
        return doubt.getReadOnlyProperty();
    }

    /** What the subjects are searched for. */
    public StringProperty search() {
        return search;
    }

    /** The subjects that match. */
    public ObservableList<Subject> subjects() {
        return subjects;
    }

    /** The chosen subject, or null. */
    public ObjectProperty<@Nullable Subject> subject() {
        return subject;
    }

    /** The visits of the chosen subject. */
    public ObservableList<VisitChoice> visits() {
        return visits;
    }

    /** The chosen visit, or null. */
    public ObjectProperty<@Nullable VisitChoice> visit() {
        return visit;
    }

    /** Whether both are chosen. */
    public BooleanBinding ready() {
        return Bindings.createBooleanBinding(
                () -> Objects.nonNull(subject.get()) && Objects.nonNull(visit.get()), subject, visit);
    }
}
