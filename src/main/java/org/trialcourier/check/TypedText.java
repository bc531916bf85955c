// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.trialcourier.scan.PatientIdentity;
import org.trialcourier.scan.Study;

/**
 * Looks whether a text typed by a person (a reason, an answer) names the patient, because such texts are kept and leave
 * the hospital.
 */
public final class TypedText {
    private static final int SHORTEST_NUMBER = 4;
    private static final List<String> DATE_FORMS = List.of(
            "yyyyMMdd", "yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "M/d/yyyy", "dd-MM-yyyy");

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> numbers = new LinkedHashSet<>();

    /** Knows the patients of a selection. */
    public TypedText(List<Study> selection) {
        selection.stream()
                .flatMap(Study::instances)
                .map(instance -> instance.place().patient())
                .distinct()
                .forEach(this::add);
    }

    private void add(PatientIdentity patient) {
        names.addAll(NameWords.of(patient.name().reveal()));
        String id = patient.id().reveal().strip();
        if (id.length() >= SHORTEST_NUMBER) {
            numbers.add(NameWords.plain(id));
        }
        Days.parse(patient.birthDate().reveal())
                .ifPresent(born -> DATE_FORMS.forEach(form -> numbers.add(date(born, form))));
    }

    private static String date(LocalDate day, String form) {
        return DateTimeFormatter.ofPattern(form, Locale.ROOT).format(day);
    }

    /** Whether the text holds a part of the name, the number or the birth date of a patient. */
    public boolean names(String text) {
        String plain = NameWords.plain(text);
        return NameWords.in(text).stream().anyMatch(names::contains)
                || numbers.stream()
                        .anyMatch(number -> plain.contains(number)
                                && Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(number) + "(?![\\p{L}\\d])")
                                        .matcher(plain)
                                        .find());
    }

    @Override
    public String toString() {
        return "•••";
    }
}
