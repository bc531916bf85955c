// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.trialcourier.dicom.PersonName;
import org.trialcourier.scan.PatientIdentity;
import org.trialcourier.scan.Study;

/**
 * Looks whether a text typed by a person (a reason, an answer) names the patient, because such texts are kept and leave
 * the hospital.
 */
public final class TypedText {
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_NUMBER = 4;
    private static final List<String> DATE_FORMS = List.of(
            "yyyyMMdd", "yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "M/d/yyyy", "dd-MM-yyyy");

    private final Set<String> words = new LinkedHashSet<>();

    /** Knows the patients of a selection. */
    public TypedText(List<Study> selection) {
        selection.stream()
                .flatMap(Study::instances)
                .map(instance -> instance.place().patient())
                .distinct()
                .forEach(this::add);
    }

    private void add(PatientIdentity patient) {
        for (String part : PersonName.parse(patient.name().reveal()).components()) {
            for (String word : part.split("[\\s,]+", -1)) {
                boolean ideographic = word.codePoints().anyMatch(Character::isIdeographic);
                if (word.length() >= SHORTEST_NAME || ideographic) {
                    words.add(plain(word));
                }
            }
        }
        String id = patient.id().reveal().strip();
        if (id.length() >= SHORTEST_NUMBER) {
            words.add(plain(id));
        }
        Days.parse(patient.birthDate().reveal())
                .ifPresent(born -> DATE_FORMS.forEach(form -> words.add(date(born, form))));
    }

    private static String date(LocalDate day, String form) {
        return DateTimeFormatter.ofPattern(form, Locale.ROOT).format(day);
    }

    /** Whether the text holds a part of the name, the number or the birth date of a patient. */
    public boolean names(String text) {
        String plain = plain(text);
        return words.stream()
                .anyMatch(word -> plain.contains(word)
                        && Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(word) + "(?![\\p{L}\\d])")
                                .matcher(plain)
                                .find());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
