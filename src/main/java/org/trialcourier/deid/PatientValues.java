// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.trialcourier.deid.sweep.Needle;
import org.trialcourier.deid.sweep.NeedleMaker;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;

/**
 * The values that identify this patient, collected from all originals of a submission: names, ids, birth date,
 * addresses, physicians, institutions, UIDs, and the names of files and folders. They live in memory only. Adding is
 * not safe for several threads; searching afterwards is.
 */
public final class PatientValues {
    private static final Pattern UID_IN_NAME = Pattern.compile("\\d+(\\.\\d+){3,}");

    private final Set<Needle> needles = new LinkedHashSet<>();
    private final Set<String> technical = new HashSet<>();
    private final Set<String> uids = new HashSet<>();
    private int version;

    /** The values of some files. */
    public static PatientValues collect(Iterable<DicomFile> files) {
        PatientValues values = new PatientValues();
        files.forEach(file -> values.add(file.data()));
        return values;
    }

    /** Adds what a data set says about the patient and about people and places around, at every depth. */
    public synchronized void add(DataSet data) {
        version++;
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
        version++;
        for (String part : name.split("[/\\\\!]+", -1)) {
            needles.addAll(NeedleMaker.fileName(UID_IN_NAME.matcher(part).replaceAll(" ")));
        }
    }

    /** Changes with each addition. */
    synchronized int version() {
        return version;
    }

    /** What to look for; common words and words of the device are left out already. */
    synchronized Set<Needle> needles() {
        Set<Needle> chosen = new LinkedHashSet<>(needles);
        chosen.removeIf(
                needle -> technical.contains(needle.text()) && needle.kind().equals(NeedleMaker.FILE_NAME));
        return chosen;
    }

    /** The UIDs of the originals. */
    synchronized Set<String> uids() {
        return Set.copyOf(uids);
    }

    private void add(DataSet data, Element element) {
        Vr vr = element.meaning();
        ValueKind kind = ValueKind.of(element.tag(), vr);
        if (kind == ValueKind.NONE) {
            return;
        }
        for (String value : data.texts(element)) {
            switch (kind) {
                case UID -> uids.add(value);
                case TECHNICAL -> technical.addAll(NeedleMaker.words(value));
                case NAME -> needles.addAll(NeedleMaker.name(value, "name"));
                case PERSON -> needles.addAll(NeedleMaker.name(value, "person"));
                case ID -> needles.addAll(NeedleMaker.id(value));
                case BIRTH_DATE -> needles.addAll(NeedleMaker.birthDate(value));
                case ADDRESS -> needles.addAll(NeedleMaker.address(value));
                case PHONE -> needles.addAll(NeedleMaker.phone(value));
                case INSTITUTION -> needles.addAll(NeedleMaker.institution(value));
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
