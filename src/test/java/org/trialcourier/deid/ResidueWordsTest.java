// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.text.Words;

/** Every kind of residue that the sweep names has words. */
class ResidueWordsTest {
    private static final Pattern NAMED = Pattern.compile(
            "(?:new Residue\\([^\"]*|Optional\\.of\\(|TOO_DEEP = |kind\\[0] = |PERSON = |NAME = |INSTITUTION ="
                    + " |STUDY_ID = |INITIALS = |BIRTH_DATE = |STUDY_DATE = |PHONE = |value, )\"([A-Za-z ]{2,})\"");

    @Test
    void everyKindHasWords() throws IOException {
        Set<String> kinds = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/trialcourier/deid"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                NAMED.matcher(Files.readString(file)).results().forEach(named -> kinds.add(named.group(1)));
            }
        }
        assertThat(kinds).contains("name", "UID", "address", "a value that cannot be searched", "telephone number");
        assertThat(kinds).allSatisfy(kind -> assertThat(
                        Words.english().knows(new Residue("", kind).said().key()))
                .as(kind)
                .isTrue());
    }

    @Test
    void whatAPatientsValuesAreCalledHasWords() {
        PatientValues values = new PatientValues();
        DataSet data = new DataSet();
        data.putText(Tag.PATIENT_NAME, "QUARZBERG^ODILIA");
        values.add(data);
        String kind = values.kindIn("seen with ODILIA QUARZBERG").orElseThrow();
        assertThat(Words.english().say(new Residue("", kind).said())).isEqualTo("name");
    }
}
