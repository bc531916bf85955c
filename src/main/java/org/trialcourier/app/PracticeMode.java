// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialcourier.practice.PracticeDisc;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.State;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;
import org.trialcourier.scan.Catalog;
import org.trialcourier.settings.DataFolder;
import org.trialcourier.submit.Draft;
import org.trialcourier.trial.Trial;
import org.trialcourier.work.Progress;

/**
 * A world to practise in: a data folder of its own below the real one, an embedded receiver, a fictional trial and a
 * synthetic disc, both made around today. Nothing of it can reach a real trial.
 */
public final class PracticeMode implements AutoCloseable {
    /** Long enough to see that something was received, short enough to be there when it is asked about. */
    private static final Duration UNREAD = Duration.ofSeconds(10);

    private final App app;
    private final Receiver receiver;
    private final Trial trial;
    private final Path first;
    private volatile Path disc;

    private PracticeMode(App app, Receiver receiver, Trial trial, Path disc) {
        this.app = app;
        this.receiver = receiver;
        this.trial = trial;
        this.first = disc;
        this.disc = disc;
    }

    /** Starts practice mode below the data folder of the options. */
    public static PracticeMode start(AppOptions options) throws ProblemException {
        DataFolder folder = new DataFolder(options.home()).practice();
        App app = App.open(options.withHome(folder.home()).withSecretsInFiles());
        Receiver receiver = null;
        try {
            LocalDate today = LocalDate.now(app.clock());
            receiver = Receiver.start(new ReceiverOptions(
                    0, folder.receiver(), List.of(), app.clock(), sent -> PracticeTrial.questions(sent.instances())));
            Path file = PracticeTrial.make(folder.home().resolve("trial"), today, receiver.tusUrl(), receiver.apiUrl());
            receiver.offer(file);
            Trial trial = app.trials().keep(file);
            Path disc = PracticeDisc.make(folder.home().resolve("disc"), today);
            return new PracticeMode(app, receiver, trial, disc);
        } catch (IOException e) {
            close(receiver, app);
            throw new ProblemException(
                    new Problem.Unwritable(folder.home().toString(), String.valueOf(e.getMessage())), e);
        } catch (ProblemException | RuntimeException e) {
            close(receiver, app);
            throw e;
        }
    }

    private static void close(@Nullable Receiver receiver, App app) {
        app.close();
        if (receiver != null) {
            receiver.close();
        }
    }

    /** The program on the practice data. */
    public App app() {
        return app;
    }

    /** The fictional trial. */
    public Trial trial() {
        return trial;
    }

    /** The key that the practice receiver signs with. */
    String receiverKey() {
        return receiver.key();
    }

    /** Where the synthetic disc is: while something is asked, the one that radiology burned again. Never waits. */
    public Path disc() {
        return disc;
    }

    /**
     * What the fictional core lab does some days after images arrived, and here some seconds after: looks at them, and
     * asks about a first submission for a visit. To be called now and then while somebody practises; blocks.
     *
     * @return whether something was asked
     */
    public boolean read(Progress progress) throws ProblemException, InterruptedException {
        boolean asked = receiver.read(UNREAD);
        if (asked) {
            app.runner().inquire(progress);
        }
        try {
            layOutDisc();
        } catch (IOException e) {
            throw unwritable(e);
        }
        return asked;
    }

    private synchronized void layOutDisc() throws IOException, ProblemException {
        boolean asked = app.queue().list().stream().anyMatch(each -> each.state() == State.QUERY);
        if (asked && disc.equals(first)) {
            disc = PracticeDisc.makeAgain(first.resolveSibling("disc-again"), LocalDate.now(app.clock()));
        } else if (!asked) {
            disc = first;
        }
    }

    private ProblemException unwritable(IOException e) {
        return new ProblemException(new Problem.Unwritable(folder().toString(), String.valueOf(e.getMessage())), e);
    }

    /** Where everything of practice mode is. */
    public Path folder() {
        return app.folder().home();
    }

    /** Where the receiver keeps the unpacked bag of a submission. */
    public Path stored(UUID submission) {
        return app.folder().receiver().resolve(submission.toString()).resolve("bag");
    }

    /** A draft for the subject and visit that the disc's CT study is made for. */
    public Draft draft(Catalog images) throws ProblemException {
        return Draft.of(
                trial, trial.subject(PracticeTrial.DISC_SUBJECT), trial.visit(PracticeTrial.DISC_VISIT), images);
    }

    @Override
    public void close() {
        close(receiver, app);
    }
}
