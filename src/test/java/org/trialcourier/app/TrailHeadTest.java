// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.audit.AuditReport;
import org.trialcourier.audit.AuditReport.Kind;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.settings.DataFolder;
import org.trialcourier.work.Progress;

/** Somebody with a database tool tries to make something unhappened. */
class TrailHeadTest {
    @TempDir
    Path home;

    @Test
    void theLastEntryTakenAwayTogetherWithTheAnchorIsFound() throws Exception {
        fill();
        sql("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)");
        Files.delete(anchor());
        assertThat(verify().faults()).extracting(AuditReport.Fault::kind).contains(Kind.ANCHOR_MISSING, Kind.CUT_OFF);
    }

    @Test
    void theLastEntryTakenAwayWithTheAnchorOfThatTimePutBackIsFound() throws Exception {
        fill();
        byte[] older = Files.readAllBytes(anchor());
        try (App app = app()) {
            app.queue().audit().record("a person", "something", Map.of());
        }
        sql("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)");
        Files.write(anchor(), older);
        assertThat(verify().faults()).extracting(AuditReport.Fault::kind).containsExactly(Kind.CUT_OFF);
    }

    @Test
    void aReceiptThatIsTakenAwayOrExchangedIsFound() throws Exception {
        try (PracticeMode practice = PracticeMode.start(options())) {
            App app = practice.app();
            Submission sent = app.runner()
                    .runUntilSettled(
                            app.submissions()
                                    .send(KnownReceiversTest.draft(practice), "a person")
                                    .id(),
                            new Progress(),
                            waiting -> {});
            assertThat(sent.state()).isEqualTo(State.RECEIVED);
            assertThat(app.verifyTrail().faults()).isEmpty();
            Path database = app.folder().database();
            sql(database, "UPDATE submission SET receipt = replace(receipt, '\"instances\":', '\"instances\":1')");
            assertThat(app.verifyTrail().faults())
                    .extracting(AuditReport.Fault::kind)
                    .containsExactly(Kind.RECEIPT_DIFFERS);
            sql(database, "UPDATE submission SET receipt = NULL");
            assertThat(app.verifyTrail().faults())
                    .extracting(AuditReport.Fault::kind)
                    .containsExactly(Kind.RECEIPT_DIFFERS);
        }
    }

    private void fill() throws Exception {
        try (App app = app()) {
            for (int i = 0; i < 4; i++) {
                app.queue().audit().record("a person", "something", Map.of("n", Integer.toString(i)));
            }
            assertThat(app.verifyTrail().faults()).isEmpty();
        }
    }

    private AuditReport verify() throws Exception {
        try (App app = app()) {
            return app.verifyTrail();
        }
    }

    private Path anchor() {
        Path database = new DataFolder(home).database();
        return database.resolveSibling(database.getFileName() + ".anchor");
    }

    private void sql(String text) throws Exception {
        sql(new DataFolder(home).database(), "DROP TRIGGER audit_keeps", text);
    }

    private static void sql(Path database, String... texts) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }

    private App app() throws Exception {
        return App.open(options());
    }

    private AppOptions options() {
        return new AppOptions(home, Clock.systemUTC(), Locale.ENGLISH, Map.of(), false);
    }
}
