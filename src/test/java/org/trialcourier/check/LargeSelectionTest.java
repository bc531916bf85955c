// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.work.Progress;

@Tag("bench")
class LargeSelectionTest {
    @TempDir
    Path folder;

    @Test
    void fiveThousandImagesAreCheckedAsFastAsTheyAreReadAndAgainInAThirdOfThat() throws Exception {
        Made made = Made.nothing();
        for (int series = 1; series <= 10; series++) {
            made.series(Made.CT, "CT", "" + series, "Thorax thin " + series, 500, 0.6);
        }
        made.write(folder);
        Catalog catalog = new Scanner().scan(List.of(folder), new Progress(), ScanListener.none());
        CheckInput input = new CheckInput(
                catalog.studies(),
                ScenarioTest.TRIAL,
                ScenarioTest.TRIAL.subject("S"),
                ScenarioTest.TRIAL.visit("W08"),
                LocalDate.of(2026, 10, 28));
        new Checks(ScenarioTest.TRIAL).check(input);
        Duration reading = reading(catalog);
        Checks checks = new Checks(ScenarioTest.TRIAL);
        long start = System.nanoTime();
        checks.check(input);
        Duration first = Duration.ofNanos(System.nanoTime() - start);
        start = System.nanoTime();
        List<Finding> findings = checks.check(input);
        Duration again = Duration.ofNanos(System.nanoTime() - start);
        assertThat(findings).isEmpty();
        assertThat(first).as("the first time, all headers read").isLessThan(reading.multipliedBy(5));
        assertThat(again).as("when the choice changes").isLessThan(first.dividedBy(3));
    }

    /** Opening every file and reading its first 8 KiB, on one thread. */
    private static Duration reading(Catalog catalog) throws IOException {
        long start = System.nanoTime();
        byte[] buffer = new byte[8192];
        for (Instance instance : catalog.instances().toList()) {
            try (InputStream in = Files.newInputStream(instance.source().path())) {
                assertThat(in.read(buffer)).isPositive();
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
