// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.work.Progress;

class TypedTextTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "The scanner was out of order., false",
        "Mrs. Specimen came late., true",
        "'SPÉCIMEN, rescheduled', true",
        "Specimens were taken., false",
        "number TESTPATIENT-1 is right, true",
        "born 14.03.1961, true",
        "born on 1961-03-14, true",
        "in 1961, false",
        "'', false",
    })
    void findsThePatientInTypedWords(String text, boolean named) throws Exception {
        Made.chest()
                .without(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19)
                .write(folder);
        var studies = new Scanner()
                .scan(List.of(folder), new Progress(), ScanListener.none())
                .studies();
        assertThat(new TypedText(studies).names(text)).isEqualTo(named);
    }
}
