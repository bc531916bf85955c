// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.audit.AuditReport;
import org.trialcourier.connect.Examination;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Queue;
import org.trialcourier.queue.run.LineRules;
import org.trialcourier.queue.run.QueueRunner;
import org.trialcourier.queue.run.QuietHours;
import org.trialcourier.queue.run.RunnerOptions;
import org.trialcourier.settings.DataFolder;
import org.trialcourier.settings.FileSecrets;
import org.trialcourier.settings.KeyStoreOrFiles;
import org.trialcourier.settings.Secrets;
import org.trialcourier.settings.Settings;
import org.trialcourier.settings.SettingsFile;
import org.trialcourier.settings.SystemKeyStore;
import org.trialcourier.settings.TrialKeys;
import org.trialcourier.submit.SealingPreparer;
import org.trialcourier.submit.SentBefore;
import org.trialcourier.submit.SubmissionTask;
import org.trialcourier.submit.WritingSearch;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFetch;
import org.trialcourier.trial.TrialLink;
import org.trialcourier.work.Sha256;

/** The whole program on one data folder, put together by hand. What is not asked for is not opened. */
public final class App implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(App.class);

    private final AppOptions options;
    private final DataFolder folder;
    private final Secrets secrets;
    private final SettingsFile settingsFile;
    private final Words words;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("worker-", 0).factory());
    private final WritingSearch writing = new WritingSearch();
    private volatile Settings settings;
    private @Nullable Queue queue;
    private @Nullable Destinations destinations;

    private App(AppOptions options, DataFolder folder, Secrets secrets) throws ProblemException {
        this.options = options;
        this.folder = folder;
        this.secrets = secrets;
        settingsFile = new SettingsFile(folder.settings(), options.clock());
        SettingsFile.Loaded loaded = settingsFile.load();
        settings = loaded.settings();
        words = Words.of(options.locale());
    }

    /**
     * Opens the program on a data folder, which is made where it is missing.
     *
     * @throws ProblemException where the folder or the secrets in it cannot be used
     */
    public static App open(AppOptions options) throws ProblemException {
        DataFolder folder = new DataFolder(options.home()).create();
        LogFiles.writeTo(folder.logs());
        return new App(options, folder, secrets(options, folder));
    }

    /** Whether an audit trail is kept in a data folder, or was until somebody took it away. Makes nothing. */
    public static boolean hasTrail(AppOptions options) throws ProblemException {
        DataFolder folder = new DataFolder(options.home());
        return Files.exists(folder.database())
                || !new TrailHead(secrets(options, folder)).kept().isEmpty();
    }

    private static Secrets secrets(AppOptions options, DataFolder folder) {
        String scope = Sha256.hex(folder.home().toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
        Secrets files = new FileSecrets(folder.keys(), options.environment().get("TRIALCOURIER_PASSPHRASE"));
        Optional<Secrets> keyStore = options.systemKeyStore() ? SystemKeyStore.find(scope) : Optional.empty();
        return keyStore.<Secrets>map(store -> new KeyStoreOrFiles(store, files)).orElse(files);
    }

    /** What it was opened with. */
    public AppOptions options() {
        return options;
    }

    /** Where its data is. */
    public DataFolder folder() {
        return folder;
    }

    /** The time. */
    public Clock clock() {
        return options.clock();
    }

    /** Words in the person's language. */
    public Words words() {
        return words;
    }

    /** Where keys and tokens are kept. */
    public Secrets secrets() {
        return secrets;
    }

    /** Who works here, for the audit trail: the name of the account on this computer. */
    public String user() {
        return System.getProperty("user.name", "unknown");
    }

    /** What a person chose; never waits, the window asks for it. */
    public Settings settings() {
        return settings;
    }

    /** Keeps what a person chose. */
    public synchronized void settings(Settings chosen) throws ProblemException {
        settingsFile.save(chosen);
        Settings before = settings;
        settings = chosen;
        acts().changed(before, chosen);
        if (!before.proxy().equals(chosen.proxy())) {
            ProxyMended.letGoToAnother(queue(), chosen.proxy());
        }
        if (destinations != null) {
            destinations.limit(chosen.bytesPerSecond());
            boolean otherWay = !before.proxy().equals(chosen.proxy())
                    || !before.certificateAuthorities().equals(chosen.certificateAuthorities());
            if (otherWay) {
                // What is on its way breaks off and goes on over the new connection.
                destinations.close();
                destinations = null;
            }
        }
    }

    /** Changes what a person chose, one change at a time. */
    public synchronized void change(UnaryOperator<Settings> change) throws ProblemException {
        settings(change.apply(settings));
    }

    /** Stores that were damaged and set aside, now or earlier, for as long as the old file lies there. */
    public synchronized List<Problem> damage() throws ProblemException {
        queue();
        return SetAside.in(folder.home());
    }

    /** The trials of this workstation. */
    public TrialShelf trials() {
        return new TrialShelf(folder.trials());
    }

    /** Joining, refreshing and leaving trials. */
    public Trials joining() {
        return new Trials(this);
    }

    /** Keys of trials on their way to another workstation. */
    public KeyCards keyCards() {
        return new KeyCards(this);
    }

    /** What the person does beside sending. */
    public Acts acts() {
        return new Acts(this);
    }

    /** Keys of the trials. */
    public TrialKeys keys() {
        return new TrialKeys(secrets, folder.keys());
    }

    /** The queue with the audit trail; opened on first use. */
    public synchronized Queue queue() throws ProblemException {
        if (queue == null) {
            queue = Queue.open(folder.database(), clock(), DeviceKey.of(secrets));
            new TrailHead(secrets).note(queue);
        }
        return queue;
    }

    /** Checks the audit trail: its chain, its end as kept in three places, and the receipts that it tells of. */
    public AuditReport verifyTrail() throws ProblemException {
        return queue().verify(new TrailHead(secrets).kept());
    }

    /** The coordinator's task. */
    public SubmissionTask submissions() throws ProblemException {
        return new SubmissionTask(keys(), queue(), clock(), writing);
    }

    /** The search for text in pictures; it remembers what it looked at. */
    public WritingSearch writing() {
        return writing;
    }

    /** What was sent before. */
    public SentBefore sentBefore() throws ProblemException {
        return new SentBefore(keys(), queue());
    }

    /** Visit boards. */
    public Boards boards() {
        return new Boards(this);
    }

    /** Signing in at the receivers of trials. */
    public SignIns signIns() throws ProblemException {
        return destinations().signIns();
    }

    /** Examines the way to a trial's receiver. */
    public Examination examine(Trial trial) throws ProblemException, InterruptedException {
        return destinations().examine(trial);
    }

    TrialFetch.Result refresh(Trial trial) throws ProblemException, InterruptedException {
        return destinations().refresh(trial);
    }

    TrialFetch.Result ask(TrialLink link) throws ProblemException, InterruptedException {
        return destinations().ask(link);
    }

    private synchronized Destinations destinations() throws ProblemException {
        if (destinations == null) {
            destinations = new Destinations(this);
        }
        return destinations;
    }

    /** Moves submissions on. */
    public synchronized QueueRunner runner() throws ProblemException {
        ProxyMended.letGo(queue(), settings.proxy());
        return new QueueRunner(
                queue(),
                new SealingPreparer(keys(), queue(), Version.NAME_AND_NUMBER),
                submission -> destinations().to(submission),
                workers,
                RunnerOptions.in(folder.spool())
                        .withRules(this::rules)
                        .withWakefulness(KeptAwake.on(System.getProperty("os.name", ""))));
    }

    /** Answers to what receivers ask. */
    public Answers answers() {
        return new Answers(this);
    }

    private LineRules rules() {
        Settings now = settings();
        ZoneId zone = clock().getZone();
        return new LineRules(
                QuietHours.parse(now.quietHours(), zone).orElseGet(() -> QuietHours.none(zone)), now.spoolLimitBytes());
    }

    private void noteTrail(Queue open) {
        try {
            new TrailHead(secrets).note(open);
        } catch (ProblemException e) {
            // The entries themselves are safe; the next opening notes their end.
            LOG.warn("The end of the audit trail could not be kept", e);
        }
    }

    @Override
    public synchronized void close() {
        workers.shutdownNow();
        if (queue != null) {
            noteTrail(queue);
            queue.close();
        }
        if (destinations != null) {
            destinations.close();
        }
    }
}
