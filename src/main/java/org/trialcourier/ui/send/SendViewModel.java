// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.send;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.queue.Submission;
import org.trialcourier.submit.Draft;
import org.trialcourier.text.Words;
import org.trialcourier.trial.FormAnswers;
import org.trialcourier.trial.FormField;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.work.JobRunner;

/** The trial's questions and the signature of one draft, and sending it. */
public final class SendViewModel {
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty role = new SimpleStringProperty("");
    private final PinEntry pin = new PinEntry();
    private final BooleanProperty confirmed = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final List<FormAnswer> answers;
    private final Trial trial;
    private final SendWork work;
    private final JobRunner runner;
    private final Words words;
    private final Consumer<Submission> sent;
    private @Nullable Draft draft;

    private record Outcome(boolean pinHeld, Optional<Submission> submission) {}

    /** An empty step; {@code sent} hears of the submission once it is in the queue. */
    public SendViewModel(Trial trial, SendWork work, JobRunner runner, Words words, Consumer<Submission> sent) {
        this.trial = trial;
        this.work = work;
        this.runner = runner;
        this.words = words;
        this.sent = sent;
        answers = trial.form().stream().map(FormAnswer::new).toList();
        answers.forEach(answer -> answer.value().subscribe(text -> ask()));
        List.of(name, role, pin.typed(), pin.repeated()).forEach(text -> text.subscribe(t -> judge()));
        pin.fresh().subscribe(fresh -> judge());
        confirmed.subscribe(on -> judge());
    }

    /** Prepares to send this draft; the answers and the name that were given stay. */
    public void prepare(Draft chosen) {
        draft = chosen;
        problem.set(null);
        pin.begin();
        confirmed.set(false);
        long bytes = chosen.images().studies().stream()
                .mapToLong(study -> study.bytes())
                .sum();
        summary.set(words.say(
                "send.summary",
                chosen.instances().size(),
                words.formats().bytes(bytes),
                chosen.subject().id(),
                chosen.visit().name()));
        runner.start(progress -> !work.pinIsChosen(), pin::found, failure -> problem.set(Faults.problem(failure)));
        ask();
    }

    private void ask() {
        List<FormField> form = answers.stream().map(FormAnswer::field).toList();
        Map<String, String> typed = typed();
        answers.forEach(answer -> answer.asked().set(FormAnswers.isAsked(answer.field(), form, typed)));
        judge();
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        answers.forEach(answer -> typed.put(answer.field().id(), answer.given()));
        return typed;
    }

    private void judge() {
        List<String> open = open();
        missing.set(open.isEmpty() ? "" : words.say(Phrase.of("send.missing", Phrase.all(open))));
        ready.set(draft != null && !sending.get() && open.isEmpty());
    }

    /** What is still to be filled in, in the order of the page. */
    private List<String> open() {
        List<String> open = new ArrayList<>();
        answers.stream()
                .filter(answer -> !answer.isAnswered())
                .forEach(answer ->
                        open.add(words.say("send.missing.answer", answer.field().label())));
        if (name.get().isBlank()) {
            open.add(words.say("send.name"));
        }
        if (role.get().isBlank()) {
            open.add(words.say("send.role"));
        }
        if (!confirmed.get()) {
            open.add(words.say("send.missing.statement"));
        }
        pin.missing().ifPresent(phrase -> open.add(words.say(phrase)));
        return open;
    }

    /** Signs and sends. */
    public void send() {
        Draft chosen = draft;
        if (!ready.get() || chosen == null) {
            return;
        }
        sending.set(true);
        problem.set(null);
        judge();
        Draft signed = chosen.withForm(FormAnswers.given(trial.form(), typed()))
                .signedBy(new Draft.Signature(name.get().strip(), role.get().strip(), words.say("send.statement")));
        String entered = pin.typed().get();
        boolean choose = pin.fresh().get();
        runner.start(progress -> deliver(signed, entered, choose), this::delivered, this::failed);
    }

    private Outcome deliver(Draft signed, String entered, boolean choose) throws Exception {
        if (choose) {
            work.choosePin(entered);
        } else if (!work.pinMatches(entered)) {
            return new Outcome(false, Optional.empty());
        }
        return new Outcome(true, Optional.of(work.send(signed)));
    }

    private void delivered(Outcome outcome) {
        sending.set(false);
        pin.clear();
        if (!outcome.pinHeld()) {
            pin.wrong(words.say("send.pin.wrong"));
        }
        outcome.submission().ifPresent(submission -> {
            clear();
            sent.accept(submission);
        });
        judge();
    }

    private void failed(Exception failure) {
        sending.set(false);
        problem.set(Faults.problem(failure));
        judge();
    }

    /** Forgets the draft and the answers; name and role stay until the window closes. */
    public void clear() {
        draft = null;
        summary.set("");
        confirmed.set(false);
        pin.clear();
        answers.forEach(answer -> answer.value().set(""));
    }

    /** The questions in their order. */
    public List<FormAnswer> answers() {
        return answers;
    }

    /** Printed name of who signs. */
    public StringProperty name() {
        return name;
    }

    /** Role at the site. */
    public StringProperty role() {
        return role;
    }

    /** The PIN. */
    public PinEntry pin() {
        return pin;
    }

    /** Whether the statement was confirmed. */
    public BooleanProperty confirmed() {
        return confirmed;
    }

    /** What is still to be filled in before it can be sent; empty where nothing is. */
    public ReadOnlyStringProperty missing() {
        return missing.getReadOnlyProperty();
    }

    /** Whether all is given that sending needs. */
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** Whether it is being put into the queue. */
    public ReadOnlyBooleanProperty sending() {
        return sending.getReadOnlyProperty();
    }

    /** What is sent, in one sentence. */
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** Why it could not be sent, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
