// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.LeftOut;
import org.trialcourier.scan.Series;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.shared.Ticker;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** Which folders were given, what was found in them, what was left out and why, and what is chosen. */
public final class SourceViewModel {
    /** Where this step stands. */
    public enum Phase {
        /** Nothing was given yet. */
        EMPTY,
        /** Files are being looked at. */
        SCANNING,
        /** All was looked at. */
        READY
    }

    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper counted = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Catalog> selection =
            new ReadOnlyObjectWrapper<>(new Catalog(List.of(), List.of(), 0));
    private final ObservableList<LeftOut> leftOut = FXCollections.observableArrayList();
    private final ObservableList<Path> discs = FXCollections.observableArrayList();
    private final List<Path> sources = new ArrayList<>();
    private final CatalogTree tree;
    private final Thumbnails thumbnails;
    private final Scan scan;
    private final JobRunner runner;
    private final Ticker ticker;
    private final Words words;
    private @Nullable Catalog catalog;
    private Optional<Run> run = Optional.empty();

    /** What a scan found, with what the rows need, counted where the window does not wait for it. */
    private record Looked(
            Catalog catalog,
            List<ScanTally.Entry> entries,
            Map<String, Instance> middles,
            Optional<Problem> wentAway) {}

    /** Looks through the sources, and whether one of them went away meanwhile. */
    private static Looked look(Scan scan, List<Path> from, Progress progress, ScanTally tally) throws Exception {
        List<Path> there = from.stream().filter(Files::exists).toList();
        Catalog catalog = scan.scan(from, progress, tally);
        Optional<Problem> wentAway = there.stream()
                .filter(source -> !Files.exists(source))
                .findFirst()
                .map(source -> new Problem.SourceLeft(source.toString()));
        return new Looked(catalog, ScanTally.entries(catalog), Thumbnails.middles(catalog), wentAway);
    }

    private record Run(Progress progress, Runnable stopWatching) {
        void stop() {
            progress.cancel();
            stopWatching.run();
        }
    }

    /** An empty step. */
    public SourceViewModel(Scan scan, JobRunner runner, Ticker ticker, Words words) {
        this.scan = scan;
        this.runner = runner;
        this.ticker = ticker;
        this.words = words;
        this.tree = new CatalogTree(words);
        this.thumbnails = new Thumbnails(runner);
    }

    /** The discs that are in the drives, as {@link DiscWatch} sees them. */
    public ObservableList<Path> discs() {
        return discs;
    }

    /** Looks through these folders and files, besides those given before. */
    public void add(List<Path> more) {
        more.stream().filter(path -> !sources.contains(path)).forEach(sources::add);
        if (!sources.isEmpty()) {
            begin();
        }
    }

    /** All that was found so far, chosen or not. */
    public Catalog found() {
        return catalog == null ? new Catalog(List.of(), List.of(), 0) : catalog;
    }

    private void begin() {
        run.ifPresent(Run::stop);
        tree.clear();
        thumbnails.clear();
        leftOut.clear();
        catalog = null;
        problem.set(null);
        share.set(-1);
        phase.set(Phase.SCANNING);
        choose();
        List<Path> from = List.copyOf(sources);
        ScanTally tally = new ScanTally();
        Progress progress = runner.start(p -> look(scan, from, p, tally), this::finished, this::failed);
        if (phase.get() == Phase.SCANNING) {
            run = Optional.of(new Run(progress, ticker.every(Ticker.WATCH, () -> watch(progress, tally))));
        }
    }

    private void watch(Progress progress, ScanTally tally) {
        Progress.Snapshot now = progress.snapshot();
        share.set(now.share());
        counted.set(words.say("source.counted", now.items()));
        tree.update(tally.entries(), false);
        leftOut.addAll(tally.newlyLeftOut());
    }

    private void finished(Looked looked) {
        stopWatching();
        Catalog found = looked.catalog();
        catalog = found;
        tree.update(looked.entries(), true);
        leftOut.setAll(found.leftOut().stream()
                .sorted(Comparator.comparing(left -> !left.reason().isLoss()))
                .toList());
        phase.set(Phase.READY);
        thumbnails.found(looked.middles());
        counted.set(words.say("source.looked", found.files()));
        if (found.patients().isEmpty()) {
            problem.set(new Problem.NoImages(found.files(), found.losses()));
            sources.clear();
            phase.set(found.leftOut().isEmpty() ? Phase.EMPTY : Phase.READY);
        }
        looked.wentAway().ifPresent(problem::set);
        choose();
    }

    private void failed(Exception failure) {
        stopWatching();
        problem.set(Faults.problem(failure));
        phase.set(tree.root().children().isEmpty() ? Phase.EMPTY : Phase.READY);
        sources.clear();
    }

    private void stopWatching() {
        run.ifPresent(r -> r.stopWatching().run());
        run = Optional.empty();
    }

    /** Stops looking and starts over. */
    public void clear() {
        run.ifPresent(Run::stop);
        run = Optional.empty();
        sources.clear();
        tree.clear();
        thumbnails.clear();
        leftOut.clear();
        catalog = null;
        problem.set(null);
        phase.set(Phase.EMPTY);
        choose();
    }

    /** Takes a patient, study or series in or leaves it out. */
    public void check(CatalogNode node, boolean on) {
        tree.check(node, on);
        choose();
    }

    private void choose() {
        Catalog whole = catalog;
        Catalog now = whole == null ? new Catalog(List.of(), List.of(), 0) : tree.selection(whole);
        selection.set(now);
        List<Series> series =
                now.studies().stream().flatMap(s -> s.series().stream()).toList();
        long images = series.stream().mapToLong(s -> s.instances().size()).sum();
        long bytes = series.stream().mapToLong(Series::bytes).sum();
        if (phase.get() != Phase.READY) {
            chosen.set("");
        } else if (images == 0) {
            String open = severalPatients() ? "source.choose-patient" : "source.chosen.none";
            chosen.set(words.say(noneFound() ? "source.none" : open));
        } else {
            chosen.set(words.say(
                    "source.chosen",
                    now.studies().size(),
                    series.size(),
                    images,
                    words.formats().bytes(bytes)));
        }
    }

    private boolean noneFound() {
        return tree.root().children().isEmpty();
    }

    private boolean severalPatients() {
        return tree.root().children().size() > 1;
    }

    /** Where this step stands. */
    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** Why nothing could be taken, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Share looked at, 0 to 1, or -1 while the whole is not known. */
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** How many files were looked at, in words. */
    public ReadOnlyStringProperty counted() {
        return counted.getReadOnlyProperty();
    }

    /** What is chosen, in words. */
    public ReadOnlyStringProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** What is chosen; empty while scanning. */
    public ReadOnlyObjectProperty<Catalog> selection() {
        return selection.getReadOnlyProperty();
    }

    /** Every file not taken, with its reason. */
    public ObservableList<LeftOut> leftOut() {
        return leftOut;
    }

    /** Name of a file that was left out, as seen from the folder or archive that was given. */
    public String nameOf(LeftOut file) {
        String path = file.path().reveal();
        for (Path source : sources) {
            String folder = source.toString() + File.separator;
            if (path.startsWith(folder)) {
                return path.substring(folder.length());
            }
        }
        return path;
    }

    /** Small pictures for the rows of series. */
    Thumbnails thumbnails() {
        return thumbnails;
    }

    /** The tree. */
    public CatalogNode root() {
        return tree.root();
    }
}
