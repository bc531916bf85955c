// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.practice;

/** A person who does not exist, for the practice disc. */
record PracticePerson(String name, String id, String birthDate, String sex) {
    /** Has sex and year of birth of {@link PracticeTrial#DISC_SUBJECT}. */
    static final PracticePerson SPECIMEN =
            new PracticePerson("Specimen^Fictional", "TESTPATIENT-0314", "19610314", "F");

    /** Somebody else, whose study is on the disc too. */
    static final PracticePerson SAMPLE = new PracticePerson("Sample^Invented", "TESTPATIENT-0877", "19490730", "M");
}
