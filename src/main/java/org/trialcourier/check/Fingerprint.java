// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

/**
 * A person as keyed marks, each separately, so that two fingerprints can be compared and tell nothing without the key.
 * A mark is an empty string where the images do not say.
 *
 * @param name of the normalised name: letters only, upper case, without accents, its parts in alphabetical order
 * @param birthDate of the birth date
 * @param sex of the sex
 * @param id of the patient number in the hospital
 */
public record Fingerprint(String name, String birthDate, String sex, String id) {

    /** How many of name, birth date and number are known on both sides and equal. */
    int agreements(Fingerprint other) {
        return same(name, other.name) + same(birthDate, other.birthDate) + same(id, other.id);
    }

    /** How many of name, birth date and number are known on both sides and differ. */
    int differences(Fingerprint other) {
        return differ(name, other.name) + differ(birthDate, other.birthDate) + differ(id, other.id);
    }

    /** Whether both are surely one person: at least two marks agree. */
    boolean isSamePerson(Fingerprint other) {
        return agreements(other) >= 2;
    }

    /** Whether both are surely two people: nothing agrees and at least two marks differ. */
    boolean isAnotherPerson(Fingerprint other) {
        return agreements(other) == 0 && differences(other) >= 2;
    }

    static int differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other) ? 1 : 0;
    }

    private static int same(String one, String other) {
        return !one.isEmpty() && one.equals(other) ? 1 : 0;
    }
}
