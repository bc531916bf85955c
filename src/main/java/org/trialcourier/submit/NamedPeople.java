// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.trialcourier.check.Fingerprint;
import org.trialcourier.check.Marks;
import org.trialcourier.check.NameWords;
import org.trialcourier.dicom.Phi;
import org.trialcourier.scan.PatientIdentity;

/**
 * Looks in what a person typed for people who are known by keyed marks only: their whole name in any order of its parts,
 * a single word of it, their number in the hospital, their birth date.
 */
final class NamedPeople {
    private static final int LONGEST_NAME = 5;
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_./-]+");

    private final Marks marks;
    private final List<Fingerprint> people;
    private final Set<String> nameWords;

    /** {@code nameWords} are marks of single words of the names. */
    NamedPeople(Marks marks, List<Fingerprint> people, Set<String> nameWords) {
        this.marks = marks;
        this.people = List.copyOf(people);
        this.nameWords = Set.copyOf(nameWords);
    }

    boolean areIn(String text) {
        if (NameWords.in(text).stream().map(marks::nameWord).anyMatch(nameWords::contains)) {
            return true;
        }
        List<String> words =
                BREAK.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST_NAME); to++) {
                String some = String.join(" ", words.subList(from, to));
                Fingerprint read = marks.of(identity(some, some));
                Fingerprint turned = marks.of(identity("", turned(some)));
                if (people.stream().anyMatch(person -> meets(person, read) || meets(person, turned))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static PatientIdentity identity(String text, String date) {
        return new PatientIdentity(Phi.of(text), Phi.of(text), Phi.of(date), Phi.of(""), "");
    }

    private static boolean meets(Fingerprint person, Fingerprint read) {
        return same(person.name(), read.name())
                || same(person.id(), read.id())
                || same(person.birthDate(), read.birthDate());
    }

    private static boolean same(String known, String read) {
        return !known.isEmpty() && known.equals(read);
    }

    /** A date as people write it, day first, in the order of DICOM. */
    private static String turned(String date) {
        return date.replaceFirst("^(\\d{2})\\D?(\\d{2})\\D?(\\d{4})$", "$3$2$1");
    }
}
