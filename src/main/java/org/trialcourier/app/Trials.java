// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.State;
import org.trialcourier.submit.TrialRules;
import org.trialcourier.trial.OdmFile;
import org.trialcourier.trial.OdmRoster;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFetch;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.trial.TrialLink;
import org.trialcourier.work.Sha256;

/** Which trials this workstation takes part in: joined, refreshed and left, each act in the audit trail. */
public final class Trials {
    private final App app;

    Trials(App app) {
        this.app = app;
    }

    /**
     * A trial of this workstation.
     *
     * @param origin empty where it was opened from a file
     */
    public record Joined(Trial trial, Optional<TrialOrigin> origin) {}

    /** All of them, by name, each with the age of its copy. */
    public List<Joined> list() throws ProblemException {
        List<Joined> joined = new ArrayList<>();
        for (Trial trial : app.trials().all()) {
            joined.add(new Joined(
                    trial, app.trials().origin(trial.id(), trial.site().id())));
        }
        return joined;
    }

    /** Joins the trial of a file, or takes a newer file of it. */
    public Trial add(Path file) throws ProblemException {
        return read(file).join();
    }

    /** Reads a trial file, for a person to look at before joining. */
    public Invitation read(Path file) throws ProblemException {
        return Invitation.of(this, TrialFile.read(file, TrialRules::mistakes), app.trials());
    }

    /**
     * Joins a trial at its server.
     *
     * @throws ProblemException as {@link #read(TrialLink)}
     */
    public Trial add(TrialLink link) throws ProblemException, InterruptedException {
        return read(link).join();
    }

    /**
     * Asks a server for a trial, for a person to look at before joining.
     *
     * @throws ProblemException {@code SignInNeeded} where the server wants to know who asks, so that {@link #signIn} comes
     *     first; {@code NotAdmitted} where it refuses; {@code Unknown} where it does not offer the trial; {@code BadFile}
     *     where its copy is no good
     */
    public Invitation read(TrialLink link) throws ProblemException, InterruptedException {
        if (ask(link) instanceof TrialFetch.Result.Fresh fresh) {
            return Invitation.of(this, fresh.trial(), link, fresh.tag(), app.trials());
        }
        throw new ProblemException(new Problem.Unknown("trial", link.trial()));
    }

    Trial keep(Trial trial) throws ProblemException {
        Optional<String> before = app.trials().copy(trial);
        app.trials().keep(trial);
        noteCopy(trial, before, "file", app.user());
        return trial;
    }

    Trial keep(Trial trial, TrialLink link, String tag) throws ProblemException {
        Optional<String> before = app.trials().copy(trial);
        app.trials().keep(trial, new TrialOrigin(tag, app.clock().instant(), link.api(), false));
        app.signIns().joined(link, trial);
        noteCopy(trial, before, link.api().toString(), app.user());
        return trial;
    }

    private TrialFetch.Result ask(TrialLink link) throws ProblemException, InterruptedException {
        try {
            return app.ask(link);
        } catch (ProblemException e) {
            throw e.problem() instanceof Problem.Refused refused
                    ? new ProblemException(new Problem.NotAdmitted(refused.host(), refused.status()), e)
                    : e;
        }
    }

    /**
     * Begins a sign-in at a server that wants to know who joins: as the link says, else as the server says.
     *
     * @throws ProblemException {@code NoWayToSignIn} where neither does
     */
    public JoinSignIn signIn(TrialLink link) throws ProblemException, InterruptedException {
        TrialLink asked = app.signIns().withWay(link);
        return new JoinSignIn(this, asked, app.signIns().begin(asked));
    }

    /** Forgets what was kept of a sign-in for joining. */
    void forgetSignIn(TrialLink link) throws ProblemException {
        app.signIns().forget(link);
    }

    /**
     * Brings the subjects of an ODM-XML 1.3 export into a trial.
     *
     * @return the trial with them
     */
    public Trial enrol(Trial trial, Path odm) throws ProblemException {
        OdmRoster roster =
                OdmFile.read(odm, trial.site().timeZone(), app.trials().enrolled(trial));
        List<Subject> here = roster.subjects(trial);
        Trial merged = app.trials().enrol(trial, here);
        note(
                "trial.roster",
                trial,
                Map.of(
                        "subjects", String.valueOf(here.size()),
                        "before", String.valueOf(trial.subjects().size()),
                        "after", String.valueOf(merged.subjects().size())),
                app.user());
        return merged;
    }

    /**
     * Leaves a trial. Keys and the audit trail stay.
     *
     * @throws ProblemException {@code TrialInUse} while submissions of it are to be sent
     */
    public void remove(Trial trial) throws ProblemException {
        long open = app.queue().list().stream()
                .filter(each -> each.trial().equals(trial.id())
                        && each.site().equals(trial.site().id()))
                .filter(each -> each.state() != State.RECEIVED && each.state() != State.CANCELLED)
                .count();
        if (open > 0) {
            throw new ProblemException(new Problem.TrialInUse(trial.id(), open));
        }
        app.trials().remove(trial);
        note("trial.left", trial, Map.of(), app.user());
    }

    /**
     * Asks the trial's server whether the trial changed, and keeps the newest copy. A withdrawn trial keeps its last good
     * copy, so that what is in the queue can be delivered.
     *
     * @throws ProblemException where the server cannot be asked; the last good copy goes on
     */
    public TrialFetch.Result refresh(Trial trial) throws ProblemException, InterruptedException {
        Optional<TrialOrigin> origin =
                app.trials().origin(trial.id(), trial.site().id());
        Optional<String> before = app.trials().copy(trial);
        TrialFetch.Result result = app.refresh(trial);
        boolean wasGone = origin.filter(TrialOrigin::withdrawn).isPresent();
        boolean gone = result instanceof TrialFetch.Result.Withdrawn;
        if (gone != wasGone) {
            note(gone ? "trial.withdrawn" : "trial.offered-again", trial, Map.of(), AuditEntry.PROGRAM);
        }
        if (result instanceof TrialFetch.Result.Fresh fresh) {
            noteCopy(
                    fresh.trial(),
                    before,
                    origin.map(TrialOrigin::api).map(String::valueOf).orElse("server"),
                    AuditEntry.PROGRAM);
        }
        return result;
    }

    /** A copy that is new, or another than before: which parts of it changed, and both by their hashes. */
    private void noteCopy(Trial trial, Optional<String> before, String from, String who) throws ProblemException {
        String now = trial.json();
        if (before.isEmpty()) {
            note("trial.joined", trial, Map.of("from", from, "after", hash(now)), who);
        } else if (!before.get().equals(now)) {
            note(
                    "trial.changed",
                    trial,
                    Map.of(
                            "from", from,
                            "before", hash(before.get()),
                            "after", hash(now),
                            "changed", String.join(", ", TrialFile.changedParts(before.get(), now))),
                    who);
        }
    }

    private static String hash(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private void note(String what, Trial trial, Map<String, String> details, String who) throws ProblemException {
        Map<String, String> all = new TreeMap<>(details);
        all.put("trial", trial.id());
        all.put("site", trial.site().id());
        app.queue().audit().record(who, what, all);
    }
}
