// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.connect.Examination;
import org.trialcourier.connect.Examination.Check;
import org.trialcourier.connect.Examination.Outcome;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.text.Words;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.DirectRunner;

class DoctorViewModelTest {
    private static final Examination FOUND = new Examination(
            "https://receiver.example/files/",
            "2026-11-27T02:00:00Z",
            List.of(new Check(Examination.Subject.PROXY, Outcome.GOOD, Phrase.of("doctor.api.good"))));

    @TempDir
    Path folder;

    private final DoctorViewModel model = new DoctorViewModel(() -> FOUND, new DirectRunner(), Words.english()::say);

    @Test
    void thePageForTheItDepartmentIsSavedAsTextAndAsJson() throws Exception {
        model.examine();
        model.save(folder.resolve("report.txt"));
        model.save(folder.resolve("report.JSON"));
        assertThat(folder.resolve("report.txt")).content().isEqualTo(FOUND.text(Words.english()::say));
        assertThat(WireJson.tree(Files.readAllBytes(folder.resolve("report.JSON")))
                        .path("destination")
                        .asString())
                .isEqualTo(FOUND.destination());
        assertThat(model.problem().get()).isNull();
    }

    @Test
    void nothingIsSavedBeforeTheFirstLookAndTroubleIsSaid() {
        model.save(folder.resolve("early.txt"));
        assertThat(folder.resolve("early.txt")).doesNotExist();
        model.examine();
        model.save(folder.resolve("no-folder").resolve("report.txt"));
        assertThat(model.problem().get()).isInstanceOf(Problem.Unwritable.class);
    }
}
