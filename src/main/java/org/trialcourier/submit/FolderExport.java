// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trialcourier.deid.Action;
import org.trialcourier.deid.Change;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.PatientValues;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.scan.Source;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.work.Lanes;
import org.trialcourier.work.Progress;

/** Writes de-identified files into a folder, laid out as in a package; what is held back is listed, never written. */
public final class FolderExport {
    private final DeidRequest request;
    private final Path folder;
    private final Map<String, String> uids = new LinkedHashMap<>();
    private final Map<String, Phrase> heldSeries;
    private final boolean mapped;

    /** An export that also holds back whole series, by the references of their sources, each with the reason. */
    FolderExport(DeidRequest request, Path folder, Map<String, Phrase> heldSeries, boolean mapped) {
        this.heldSeries = Map.copyOf(heldSeries);
        this.request = request;
        this.folder = folder;
        this.mapped = mapped;
    }

    /**
     * What was written and what was not.
     *
     * @param written paths of the files written, relative to the folder
     * @param held sources held back, by the name to show, each with the reason
     * @param bytes written
     * @param mapping old and new values of UIDs and patient ids; empty unless asked for
     */
    public record Report(List<String> written, Map<String, Phrase> held, long bytes, Map<String, String> mapping) {
        /** Where nothing may be written. */
        public static final Report NOTHING = new Report(List.of(), Map.of(), 0, Map.of());

        /** Whether everything could be written. */
        public boolean complete() {
            return held.isEmpty();
        }
    }

    Report write(List<Source> sources, Progress progress) throws ProblemException, InterruptedException {
        List<String> written = new ArrayList<>();
        Map<String, Phrase> held = new LinkedHashMap<>();
        Set<String> paths = new HashSet<>();
        long[] bytes = {0};
        try (Lanes lanes = Lanes.forThisComputer()) {
            progress.begin("progress.reading");
            progress.total(sources.size(), -1);
            PatientValues values = Originals.gather(sources, lanes, progress);
            progress.begin("progress.cleaning");
            progress.total(sources.size(), -1);
            Cleaning cleaning = new Cleaning(request, values, mapped);
            record Done(Source source, Cleaning.Result result) {}
            lanes.inOrder(sources.iterator(), source -> new Done(source, clean(source, cleaning)), done -> {
                progress.check();
                progress.addItems(1);
                switch (done.result()) {
                    case Cleaning.Held it -> held.put(done.source().display(), it.reason());
                    case Cleaning.Gone it -> held.put(done.source().display(), Phrase.of("left-out.lost"));
                    case Cleaning.Safe safe -> {
                        if (!paths.add(safe.path())) {
                            held.put(done.source().display(), Phrase.of("held.twice"));
                            return;
                        }
                        written.add(write(safe));
                        bytes[0] += safe.size();
                        if (mapped) {
                            safe.changes().forEach(this::map);
                        }
                    }
                }
            });
        } catch (ProblemException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(folder.toString(), String.valueOf(e.getMessage())), e);
        } catch (Exception e) {
            throw new IllegalStateException("writing failed", e);
        }
        return new Report(written, held, bytes[0], uids);
    }

    private Cleaning.Result clean(Source source, Cleaning cleaning) {
        Phrase held = heldSeries.get(source.reference());
        return held == null ? cleaning.clean(source) : new Cleaning.Held(held);
    }

    private String write(Cleaning.Safe safe) throws IOException {
        String relative = safe.path().substring(BagLayout.DATA.length());
        Path file = folder.resolve(relative);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            safe.content().writeTo(out);
        }
        return relative;
    }

    private void map(Change change) {
        String after = change.after();
        String before = change.before().reveal();
        boolean uid = change.action() == Action.NEW_UID;
        if (after != null && !before.isEmpty() && (uid || change.tag() == Tag.PATIENT_ID)) {
            uids.putIfAbsent(before, after);
        }
    }
}
