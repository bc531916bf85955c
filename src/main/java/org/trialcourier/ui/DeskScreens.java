// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.trialcourier.app.Version;
import org.trialcourier.problem.Problem;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.history.AuditViewModel;
import org.trialcourier.ui.history.HistoryRows;
import org.trialcourier.ui.history.HistoryView;
import org.trialcourier.ui.history.HistoryViewModel;
import org.trialcourier.ui.queue.QueueRows;
import org.trialcourier.ui.queue.QueueView;
import org.trialcourier.ui.queue.QueueViewModel;
import org.trialcourier.ui.settings.DoctorViewModel;
import org.trialcourier.ui.settings.SettingsView;
import org.trialcourier.ui.settings.SignInViewModel;
import org.trialcourier.ui.settings.TrialsViewModel;
import org.trialcourier.ui.shared.Question;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.submission.SubmissionView;
import org.trialcourier.ui.visits.ExportViewModel;
import org.trialcourier.ui.visits.Query;
import org.trialcourier.ui.visits.VisitsView;
import org.trialcourier.ui.visits.VisitsViewModel;

/** The screens of a desk: each is made when it is first opened. */
final class DeskScreens {
    private final DeskTrials near;
    private final Desk.Tools tools;
    private final DeskWork work;
    private final Desk.Models models;
    private final Question.Asker asker;
    private final Trial trial;

    DeskScreens(DeskTrials near, Desk.Tools tools, DeskWork work, Desk.Models models, Question.Asker asker) {
        this.near = near;
        this.tools = tools;
        this.work = work;
        this.models = models;
        this.asker = asker;
        this.trial = near.place().trial();
    }

    /** Each with what makes it. */
    Map<Screen, Supplier<Node>> all() {
        Map<Screen, Supplier<Node>> screens = new EnumMap<>(Screen.class);
        screens.put(Screen.VISITS, this::visits);
        screens.put(
                Screen.NEW,
                () -> new SubmissionView(
                        models.submission(),
                        tools.words(),
                        near.place().practice().map(practice -> practice::disc),
                        asker));
        screens.put(Screen.QUEUE, this::queue);
        screens.put(Screen.HISTORY, this::history);
        screens.put(Screen.SETTINGS, this::settings);
        return screens;
    }

    private Node queue() {
        return new QueueView(
                new QueueViewModel(
                        models.own(),
                        new QueueViewModel.Work(work, work),
                        tools.runner(),
                        work.app().clock(),
                        new QueueRows(tools.words(), trial)),
                tools.words(),
                () -> models.shell().open(Screen.NEW),
                asker);
    }

    private Node history() {
        Words words = tools.words();
        return new HistoryView(
                new HistoryViewModel(
                        models.own(),
                        new HistoryRows(words, trial),
                        new DeskReceipts(work.app(), words),
                        tools.runner()),
                new AuditViewModel(
                        trial.id(), work, tools.runner(), words, trial.site().timeZone()),
                words);
    }

    private Node settings() {
        TrialsViewModel trials =
                new TrialsViewModel(new DeskTrialsWork(work.app(), tools.words()), tools.runner(), near);
        near.all().subscribe(trials::look);
        return new SettingsView(
                models.settings(),
                signIn(),
                new DoctorViewModel(() -> work.examine(trial), tools.runner(), tools.words()::say),
                trials,
                tools.words(),
                new SettingsView.Places(
                        work.app().folder().home().toString(),
                        tools.words().say(work.app().secrets().place()),
                        Version.NAME_AND_NUMBER));
    }

    private SignInViewModel signIn() {
        SignInViewModel signIn = new SignInViewModel(new DeskSignIn(work.app(), trial), tools.runner());
        models.feed()
                .submissions()
                .map(all -> all.stream().anyMatch(each -> each.problem().orElse(null) instanceof Problem.SignInNeeded))
                .subscribe(wanted -> signIn.look());
        return signIn;
    }

    private Node visits() {
        VisitsViewModel.Moves clicks = new VisitsViewModel.Moves() {
            @Override
            public void begin(String subject, String visit) {
                models.submission().begin(subject, visit);
                models.shell().open(Screen.NEW);
            }

            @Override
            public void ask(Query asked) {
                models.query().show(asked);
            }

            @Override
            public void work(Trial other) {
                near.moves().change(other);
            }
        };
        VisitsViewModel board =
                new VisitsViewModel(near.trials(), models.feed(), work.app().clock(), tools.words(), clicks);
        near.all().subscribe(() -> board.trials(near.trials()));
        return new VisitsView(
                board,
                models.query(),
                new ExportViewModel(work, tools.runner(), tools.words()),
                tools.words(),
                () -> models.shell().open(Screen.NEW));
    }
}
