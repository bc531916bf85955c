// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Samples;

/** A compound code of the profile becomes what the type of the attribute asks in the object's definition (E.1-1a). */
class CompoundCodesTest {
    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.5.1.4.1.1.2, 00081040, REMOVE",
        "1.2.840.10008.5.1.4.1.1.2, 00080023, EMPTY",
        "1.2.840.10008.5.1.4.1.1.2, 00081140, REMOVE",
        "1.2.840.10008.5.1.4.1.1.88.71, 00080023, DUMMY",
        "1.2.840.10008.5.1.4.1.1.88.71, 00080033, DUMMY",
        "1.2.840.10008.5.1.4.1.1.88.71, 00181000, REMOVE",
        "1.2.276.0.9999.1.1.1, 00080023, DUMMY",
    })
    void theTypeDecides(String sopClass, String tag, Treatment expected) {
        assertThat(treatment(sopClass, tag)).isEqualTo(expected);
    }

    @Test
    void everyCompoundCodeIsSettledByTheTypeInEveryObject() throws Exception {
        Path table = Samples.folder().resolveSibling("standard").resolve("compound_action_types_by_iod.tsv");
        assumeTrue(Files.exists(table), "the table is not beside the project");
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        List<String> lines = Files.readAllLines(table);
        for (String line : lines.subList(1, lines.size())) {
            String[] field = line.split("\t", -1);
            String tag = field[2].replaceAll("[(),]", "");
            if (field[1].isEmpty()) {
                // The directory of a disc, which is never sent.
                continue;
            }
            Set<Treatment> allowed = allowed(field[4], field[6]);
            for (String sopClass : field[1].split("[ ,;]+")) {
                Treatment made = treatment(sopClass, tag);
                seen++;
                if (!allowed.contains(made)) {
                    wrong.add(line + " -> " + made);
                }
            }
        }
        System.out.println("compound codes settled: " + seen);
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    private static Treatment treatment(String sopClass, String tag) {
        ProfileRow row = ProfileTable.standard().rows().stream()
                .filter(each -> tag.matches(each.tag().replace("x", ".")))
                .findFirst()
                .orElseThrow();
        int number = Integer.parseUnsignedInt(tag, 16);
        return new Resolver(Set.of())
                .resolve(
                        row,
                        Dictionary.standard().vrOf(number),
                        AttributeTypes.of(sopClass).need(0, number))
                .treatment();
    }

    private static Set<Treatment> allowed(String code, String type) {
        if (code.equals("X/Z/U*")) {
            return Set.of(type.isEmpty() || type.equals("3") ? Treatment.REMOVE : Treatment.NEW_UID);
        }
        return Set.of(
                switch (type) {
                    case "1", "1C" -> Treatment.DUMMY;
                    case "2", "2C" -> code.equals("X/D") ? Treatment.DUMMY : Treatment.EMPTY;
                    default -> code.equals("Z/D") ? Treatment.EMPTY : Treatment.REMOVE;
                });
    }
}
