// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.trialcourier.deid.engine.Dummies;
import org.trialcourier.deid.engine.KeyedUids;
import org.trialcourier.deid.engine.SubjectValues;
import org.trialcourier.deid.rules.RuleBook;
import org.trialcourier.deid.sweep.Needle;
import org.trialcourier.deid.sweep.NeedleMaker;
import org.trialcourier.deid.sweep.NeedleSet;
import org.trialcourier.deid.sweep.ReadAlike;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;

/**
 * The values that identify this patient, collected from all originals of a submission: names, ids, birth date,
 * addresses, physicians, institutions, UIDs, and the names of files and folders. They live in memory only. Adding is
 * not safe for several threads; searching afterwards is.
 */
public final class PatientValues {
    private static final String NAME = "name";
    private static final String PERSON = "person";
    private static final Set<String> NAMES = Set.of(NAME, PERSON);

    /** Study, Series, Acquisition and Content Date. */
    private static final Set<Integer> STUDY_DATES = Set.of(0x00080020, 0x00080021, 0x00080022, 0x00080023);

    private static final Pattern UID_IN_NAME = Pattern.compile("\\d+(\\.\\d+){3,}");

    /** Each needle with the attributes that it came from; 0 for file names. */
    private final Map<Needle, Set<Integer>> needles = new LinkedHashMap<>();

    private final Set<String> technical = new HashSet<>();
    private final Set<LocalDate> birthDays = new LinkedHashSet<>();
    private final Set<String> uids = new HashSet<>();
    private final IdentityHashMap<DeidRequest, NeedleSet> ready = new IdentityHashMap<>();

    /** The values of some files. */
    public static PatientValues collect(Iterable<DicomFile> files) {
        PatientValues values = new PatientValues();
        files.forEach(file -> values.add(file.data()));
        return values;
    }

    /** Adds what a data set says about the patient and about people and places around, at every depth. */
    public synchronized void add(DataSet data) {
        ready.clear();
        for (Element element : data) {
            if (element.value() instanceof Value.Items items) {
                items.items().forEach(this::add);
            } else {
                add(data, element);
            }
        }
    }

    /**
     * Adds the name of a source file, with the folders from the chosen one down: {@code Doe_Jane/CT1/IM0001}. What all
     * names share, as the home folder does, is better left out.
     */
    public synchronized void addFileName(String name) {
        ready.clear();
        for (String part : name.split("[/\\\\!]+", -1)) {
            keep(0, NeedleMaker.fileName(UID_IN_NAME.matcher(part).replaceAll(" ")));
        }
    }

    /**
     * What to look for in files made by a request. Left out is what the request lets pass: institutions or UIDs that an
     * option retains, attributes that a rule of the trial keeps, and what the request itself puts in.
     */
    synchronized NeedleSet ready(DeidRequest request) {
        return ready.computeIfAbsent(request, this::choose);
    }

    /**
     * What of the patient is in a text that was read from a picture, mistakes of reading allowed for. Dates of
     * examinations and names of files are not looked for.
     *
     * @return the kind of value, which tells nothing about the patient
     */
    public synchronized Optional<String> kindIn(String text) {
        List<Needle> own = needles.keySet().stream()
                .filter(needle -> !needle.kind().equals(NeedleMaker.STUDY_DATE)
                        && !needle.kind().equals(NeedleMaker.FILE_NAME))
                .toList();
        return new NeedleSet(own, birthDays, uids, List.of(), Map.of())
                .find(text)
                .or(() -> ReadAlike.find(own, text));
    }

    private NeedleSet choose(DeidRequest request) {
        Set<Integer> kept = new HashSet<>();
        for (ExtraRule rule : request.rules()) {
            if (rule.code() == 'K' && rule.path().isEmpty()) {
                kept.add(rule.tag());
            }
        }
        List<Needle> chosen = new ArrayList<>();
        needles.forEach((needle, tags) -> {
            boolean device = needle.kind().equals(NeedleMaker.FILE_NAME) && technical.contains(needle.text());
            boolean place = needle.kind().equals(NeedleMaker.INSTITUTION)
                    && (request.has(Option.RETAIN_INSTITUTION_IDENTITY) || technical.contains(needle.text()));
            boolean date =
                    needle.kind().equals(NeedleMaker.STUDY_DATE) && request.has(Option.RETAIN_LONGITUDINAL_FULL_DATES);
            // A name in the subject's id is a residue; a number that the site wrote as id before is the subject's own.
            boolean subject = !NAMES.contains(needle.kind())
                    && new NeedleSet(List.of(needle), List.of(), Set.of(), List.of(), Map.of())
                            .find(request.subjectId())
                            .isPresent();
            if (!device && !place && !date && !subject && !kept.containsAll(tags)) {
                chosen.add(needle);
            }
        });
        return new NeedleSet(
                chosen,
                birthDays,
                request.has(Option.RETAIN_UIDS) ? Set.of() : uids,
                Dummies.all(),
                new SubjectValues(request).ofTrial());
    }

    private void keep(int tag, Set<Needle> found) {
        found.forEach(needle ->
                needles.computeIfAbsent(needle, made -> new HashSet<>()).add(tag));
    }

    private void add(DataSet data, Element element) {
        Vr vr = element.meaning();
        ValueKind kind = ValueKind.of(element.tag(), vr);
        if (STUDY_DATES.contains(element.tag())) {
            data.texts(element).forEach(date -> keep(element.tag(), NeedleMaker.studyDate(date)));
        }
        if (kind == ValueKind.NONE) {
            return;
        }
        for (String value : data.texts(element)) {
            switch (kind) {
                case UID -> {
                    if (!RuleBook.namesAKind(element.tag()) && !KeyedUids.isWellKnown(value)) {
                        uids.add(value);
                    }
                }
                case TECHNICAL -> technical.addAll(NeedleMaker.words(value));
                case NAME -> keep(element.tag(), NeedleMaker.name(value, NAME));
                case PERSON -> keep(element.tag(), NeedleMaker.name(value, PERSON));
                case ID ->
                    keep(
                            element.tag(),
                            NeedleMaker.id(value, element.tag() == Tag.STUDY_ID ? NeedleMaker.STUDY_ID : "id"));
                case BIRTH_DATE -> {
                    NeedleMaker.birthDay(value).ifPresent(birthDays::add);
                    keep(element.tag(), NeedleMaker.birthDate(value));
                }
                case ADDRESS -> keep(element.tag(), NeedleMaker.address(value, "address"));
                case PLACE -> keep(element.tag(), NeedleMaker.address(value, NeedleMaker.INSTITUTION));
                case PHONE -> keep(element.tag(), NeedleMaker.phone(value));
                case INSTITUTION -> keep(element.tag(), NeedleMaker.institution(value));
                case NONE -> throw new IllegalStateException("left out above");
            }
        }
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "•••";
    }
}
