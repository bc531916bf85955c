// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.Caller;
import org.trialcourier.connect.ConnectionDoctor;
import org.trialcourier.connect.ConnectionSettings;
import org.trialcourier.connect.Examination;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.ProxySetting;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.queue.run.Transports;
import org.trialcourier.settings.Settings;
import org.trialcourier.submit.SealingPreparer;
import org.trialcourier.submit.TrialRules;
import org.trialcourier.trial.DestinationSpec;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFetch;
import org.trialcourier.trial.TrialLink;
import org.trialcourier.upload.ApiBeside;
import org.trialcourier.upload.Destination;
import org.trialcourier.upload.Throttle;
import org.trialcourier.upload.Transport;

/**
 * The way from a submission to its receiver: where it was told to go when it was sent, else where the trial's last good
 * copy says. All share one set of connections and one bandwidth limit.
 */
final class Destinations implements Transports, AutoCloseable {
    private final App app;
    private final HttpAccess access;
    private final org.trialcourier.upload.Transports transports;
    private final SignIns signIns;
    private final Throttle throttle;

    Destinations(App app) throws ProblemException {
        this.app = app;
        access = HttpAccess.open(
                connection(app.settings(), app.options().environment().get("TRIALCOURIER_PROXY_PASSWORD")));
        signIns = new SignIns(app, access);
        throttle = new Throttle(app.settings().bytesPerSecond());
        transports = new org.trialcourier.upload.Transports(access, throttle);
    }

    @Override
    public Transport to(Submission submission) throws ProblemException, InterruptedException {
        Optional<URI> told = SealingPreparer.toldDestination(
                app.folder().spool().resolve(submission.id().toString()));
        Optional<Trial> trial = app.trials().find(submission.trial(), submission.site());
        if (told.isPresent()) {
            PracticeStaysHere.check(submission.trial(), told.get());
            return transports.open(of(told.get()), TokenSource.none(), receivers(submission, null));
        }
        if (trial.isEmpty()) {
            throw new ProblemException(new Problem.Unknown("trial", submission.trial()));
        }
        DestinationSpec spec = trial.get().destination();
        PracticeStaysHere.check(trial.get());
        return transports.open(
                new Destination(Destination.Type.valueOf(spec.type().name()), spec.url(), spec.api()),
                signIns.tokens(trial.get()),
                receivers(submission, spec.receiverKey()));
    }

    private KnownReceivers receivers(Submission submission, @Nullable String named) throws ProblemException {
        return new KnownReceivers(app.secrets(), app.queue().audit(), submission.trial(), submission.site(), named);
    }

    /** A new limit of the bandwidth, from now on; 0 for none. */
    void limit(long bytesPerSecond) {
        throttle.limit(bytesPerSecond);
    }

    SignIns signIns() {
        return signIns;
    }

    /** The destination behind an address given by hand: a folder for {@code file:}, else tus, with the API beside it. */
    private Destination of(URI address) throws ProblemException, InterruptedException {
        if ("file".equals(address.getScheme())) {
            return new Destination(Destination.Type.FOLDER, address, null);
        }
        return new Destination(
                Destination.Type.TUS, address, ApiBeside.of(access, address).orElse(null));
    }

    /** Examines the way to a trial's receiver; a missing sign-in is a finding. */
    Examination examine(Trial trial) throws ProblemException, InterruptedException {
        DestinationSpec spec = trial.destination();
        if (spec.type() != DestinationSpec.Type.TUS) {
            throw new ProblemException(new Problem.Unknown("tus receiver", trial.id()));
        }
        return new ConnectionDoctor(access, token(trial), app.clock()).examine(spec.url(), spec.api());
    }

    /** Asks a trial's server for its newest copy and keeps it; the last good copy stays where that does not work. */
    TrialFetch.Result refresh(Trial trial) throws ProblemException, InterruptedException {
        TrialShelf shelf = app.trials();
        Optional<TrialOrigin> known = shelf.origin(trial.id(), trial.site().id());
        URI joinedAt = known.map(TrialOrigin::api).orElse(null);
        URI api = joinedAt != null ? joinedAt : trial.destination().api();
        if (api == null) {
            return new TrialFetch.Result.Unchanged();
        }
        String tag = known.map(TrialOrigin::tag).orElse("");
        TrialFetch.Result result = new TrialFetch(new Caller(access, signIns.tokens(trial), api), TrialRules::mistakes)
                .fetch(api, trial.id(), Optional.of(trial), tag);
        Instant now = app.clock().instant();
        switch (result) {
            case TrialFetch.Result.Fresh it -> shelf.keep(it.trial(), new TrialOrigin(it.tag(), now, joinedAt, false));
            case TrialFetch.Result.Unchanged it -> shelf.confirmed(trial, new TrialOrigin(tag, now, joinedAt, false));
            case TrialFetch.Result.Withdrawn it ->
                // the last good copy stays, so that what is in the queue can be delivered
                shelf.confirmed(
                        trial, new TrialOrigin(tag, known.map(TrialOrigin::at).orElse(now), joinedAt, true));
        }
        return result;
    }

    /** Asks a server for a trial that this workstation does not know yet. */
    TrialFetch.Result ask(TrialLink link) throws ProblemException, InterruptedException {
        return new TrialFetch(new Caller(access, signIns.tokens(link), link.api()), TrialRules::mistakes)
                .fetch(link.api(), link.trial(), Optional.empty(), "");
    }

    private TokenSource token(Trial trial) throws ProblemException {
        try {
            return signIns.tokens(trial);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.SignInNeeded) {
                return TokenSource.none();
            }
            throw e;
        }
    }

    private static ConnectionSettings connection(Settings settings, @Nullable String proxyPassword)
            throws ProblemException {
        ConnectionSettings standard = ConnectionSettings.standard();
        List<Path> authorities = settings.certificateAuthorities().isBlank()
                ? List.of()
                : List.of(Path.of(settings.certificateAuthorities()));
        return new ConnectionSettings(
                ProxySetting.read(settings.proxy(), proxyPassword),
                authorities,
                standard.connectTimeout(),
                standard.stallTimeout());
    }

    @Override
    public void close() {
        access.close();
    }
}
