// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Vr;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.scan.Series;
import org.trialcourier.scan.Study;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Visit;
import org.trialcourier.work.Progress;

@Tag("bench")
class LargeSelectionTest {
    private static final int PRIVATE_BLOCK = 0x00191000;

    @TempDir
    Path folder;

    @Test
    void fiveThousandImagesAreCheckedTheFirstTimeAndWhenTheChoiceChanges() throws Exception {
        Made made = Made.nothing();
        for (int series = 1; series <= 10; series++) {
            made.series(Made.CT, "CT", "" + series, "Thorax thin " + series, 500, 0.6);
        }
        made.all(LargeSelectionTest::asLongAsHeadersOfScanners).write(folder);
        // Else the disk writes what was just made, beside what is measured.
        new ProcessBuilder("sync", "-f", folder.toString()).start().waitFor();
        Catalog catalog = new Scanner().scan(List.of(folder), new Progress(), ScanListener.none());
        Checks checks = new Checks(ScenarioTest.TRIAL);
        CheckInput whole = input(catalog.studies(), null, null);
        CheckInput chosen = input(catalog.studies(), ScenarioTest.TRIAL.subject("S"), ScenarioTest.TRIAL.visit("W08"));
        CheckInput less = input(
                catalog.studies().stream()
                        .map(LargeSelectionTest::withoutItsFirst)
                        .toList(),
                chosen.subject(),
                chosen.visit());
        Duration first = took(() -> checks.check(whole));
        Duration subject = took(() -> checks.check(chosen));
        Duration selection = took(() -> checks.check(less));
        Duration again = took(() -> checks.check(chosen));
        Duration warm = took(() -> new Checks(ScenarioTest.TRIAL).check(chosen));
        Duration reading = reading(catalog);
        System.err.printf(
                "5,000 images (budget: first 1000 ms, changes 250 ms): first %d ms, subject chosen %d ms, a series"
                        + " less %d ms, again %d ms; all headers once more %d ms; opening and reading 8 KiB of each %d"
                        + " ms%n",
                first.toMillis(),
                subject.toMillis(),
                selection.toMillis(),
                again.toMillis(),
                warm.toMillis(),
                reading.toMillis());
        assertThat(checks.check(chosen)).isEmpty();
    }

    private static CheckInput input(List<Study> studies, @Nullable Subject subject, @Nullable Visit visit) {
        return new CheckInput(studies, ScenarioTest.TRIAL, subject, visit, LocalDate.of(2026, 10, 28));
    }

    private static Study withoutItsFirst(Study study) {
        List<Series> rest = study.series().subList(1, study.series().size());
        return new Study(study.uid(), study.date(), study.time(), study.description(), rest);
    }

    private static Duration took(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void asLongAsHeadersOfScanners(DataSet image) {
        image.putText(0x00190010, "SCANNER BLOCK");
        for (int i = 0; i < 150; i++) {
            image.putBytes(PRIVATE_BLOCK + i, Vr.LO, "a value of the maker".getBytes(US_ASCII));
        }
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
