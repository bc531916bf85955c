// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Patient;
import org.trialcourier.scan.PatientIdentity;
import org.trialcourier.scan.Place;
import org.trialcourier.scan.Series;
import org.trialcourier.scan.Study;
import org.trialcourier.text.Words;
import org.trialcourier.ui.source.CatalogNode.Kind;

/**
 * The tree patient, study, series while it grows. Where there is one patient all is chosen at first; where there are
 * several nothing is, because the right one must be a person's choice. New rows join at the end, so that none jumps
 * under the pointer; when all was looked at they come into the catalog's order, unless a person has chosen already or they are too many.
 */
public final class CatalogTree {
    /** To bring more rows into another order is seen as a pause. */
    private static final int MOST_ARRANGED = 200;

    private final CatalogNode root = new CatalogNode(Kind.ROOT, "", "", "", "");
    private final Words words;
    private final Map<Place, CatalogNode> known = new HashMap<>();
    private final Map<CatalogNode, Map<String, CatalogNode>> below = new HashMap<>();
    private final Map<CatalogNode, List<CatalogNode>> fresh = new LinkedHashMap<>();
    private boolean touched;

    CatalogTree(Words words) {
        this.words = words;
    }

    /** Takes over the counts; {@code whole} where series that are not named are to go. */
    void update(List<ScanTally.Entry> entries, boolean whole) {
        Set<CatalogNode> met = new HashSet<>();
        boolean several = root.children().size() > 1;
        for (ScanTally.Entry entry : entries) {
            CatalogNode series = known.computeIfAbsent(entry.place(), this::seriesOf);
            series.count(entry.images(), entry.bytes());
            met.add(series);
        }
        // What is new joins the tree from below, each parent's in one go: the window lays out once, not once a series.
        List<CatalogNode> parents = new ArrayList<>(fresh.keySet());
        Collections.reverse(parents);
        parents.forEach(parent -> parent.children().addAll(fresh.getOrDefault(parent, List.of())));
        fresh.clear();
        if (whole) {
            root.children().forEach(patient -> {
                patient.children().forEach(study -> study.children().removeIf(series -> !met.contains(series)));
                patient.children().removeIf(study -> study.children().isEmpty());
            });
            root.children().removeIf(patient -> patient.children().isEmpty());
            if (!touched) {
                arrange(entries);
            }
        }
        if (!touched && !several && root.children().size() > 1) {
            root.check(false);
        }
        root.sum();
    }

    private void arrange(List<ScanTally.Entry> entries) {
        Map<CatalogNode, Integer> ranks = new HashMap<>();
        entries.forEach(entry -> ranks.putIfAbsent(known.get(entry.place()), ranks.size()));
        arrange(root, ranks);
    }

    /** Sorts what is below by its first series; returns the rank of that of the node itself. */
    private static int arrange(CatalogNode node, Map<CatalogNode, Integer> ranks) {
        node.children().forEach(child -> ranks.put(child, arrange(child, ranks)));
        if (node.children().size() <= MOST_ARRANGED) {
            FXCollections.sort(node.children(), Comparator.comparing(ranks::get));
        }
        return node.isLeaf()
                ? ranks.getOrDefault(node, Integer.MAX_VALUE)
                : node.children().stream().map(ranks::get).min(Integer::compare).orElse(Integer.MAX_VALUE);
    }

    private CatalogNode seriesOf(Place place) {
        PatientIdentity identity = place.patient();
        CatalogNode patient = child(
                root,
                keyOf(identity),
                () -> new CatalogNode(
                        Kind.PATIENT,
                        keyOf(identity),
                        name(identity),
                        day(identity.birthDate().reveal()),
                        identity.sex()));
        CatalogNode study = child(
                patient,
                place.studyUid(),
                () -> new CatalogNode(
                        Kind.STUDY,
                        place.studyUid(),
                        or(place.studyDescription().reveal(), "source.study.unnamed"),
                        day(place.studyDate().reveal()),
                        ""));
        return child(
                study,
                place.seriesUid(),
                () -> new CatalogNode(Kind.SERIES, place.seriesUid(), numbered(place), "", place.modality()));
    }

    private CatalogNode child(CatalogNode parent, String key, Supplier<CatalogNode> maker) {
        Map<String, CatalogNode> siblings = below.computeIfAbsent(parent, node -> new HashMap<>());
        return siblings.computeIfAbsent(key, name -> {
            CatalogNode made = maker.get();
            made.check(parent == root ? siblings.isEmpty() : parent.selected().get());
            fresh.computeIfAbsent(parent, node -> new ArrayList<>()).add(made);
            return made;
        });
    }

    private String name(PatientIdentity identity) {
        String name = identity.name().reveal().replace('^', ' ').strip().replaceAll("\\s+", " ");
        String id = identity.id().reveal();
        if (name.isEmpty() && id.isEmpty()) {
            return words.say("source.patient.unnamed");
        }
        return id.isEmpty() || id.equals(name) ? name : (name + "  ·  " + id).strip();
    }

    /** By its number a series is found again, where images are held back and on the device. */
    private String numbered(Place place) {
        String number = place.seriesNumber().reveal().strip();
        String name = or(place.seriesDescription().reveal(), "source.series.unnamed");
        return number.isEmpty() ? name : number + "  ·  " + name;
    }

    private String or(String text, String key) {
        return text.isBlank() ? words.say(key) : text;
    }

    private String day(String dicom) {
        return words.formats().dicomDay(dicom);
    }

    private static String keyOf(PatientIdentity identity) {
        return String.join(
                "\n",
                identity.id().reveal(),
                identity.name().reveal(),
                identity.birthDate().reveal(),
                identity.issuer().reveal(),
                identity.sex());
    }

    /** Checks or unchecks a node and all below it. */
    void check(CatalogNode node, boolean on) {
        touched = true;
        node.check(on);
        root.sum();
    }

    /** Forgets all. */
    void clear() {
        touched = false;
        known.clear();
        below.clear();
        root.children().clear();
        root.check(false);
        root.sum();
    }

    /** What is chosen of a finished catalog. */
    Catalog selection(Catalog catalog) {
        List<Patient> patients = catalog.patients().stream()
                .map(patient -> new Patient(
                        patient.identity(),
                        patient.studies().stream()
                                .map(study -> chosen(patient, study))
                                .filter(study -> !study.series().isEmpty())
                                .toList()))
                .filter(patient -> !patient.studies().isEmpty())
                .toList();
        return new Catalog(patients, catalog.leftOut(), catalog.files(), catalog.missing());
    }

    private Study chosen(Patient patient, Study study) {
        Set<String> uids = new HashSet<>();
        for (CatalogNode node : root.children()) {
            if (node.key().equals(keyOf(patient.identity()))) {
                node.children().stream()
                        .filter(s -> s.key().equals(study.uid()))
                        .flatMap(s -> s.children().stream())
                        .filter(s -> s.selected().get())
                        .forEach(s -> uids.add(s.key()));
            }
        }
        List<Series> series =
                study.series().stream().filter(s -> uids.contains(s.uid())).toList();
        return new Study(study.uid(), study.date(), study.time(), study.description(), series);
    }

    /** The invisible top. */
    public CatalogNode root() {
        return root;
    }
}
