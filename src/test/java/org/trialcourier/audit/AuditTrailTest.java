// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.audit.AuditReport.Fault;
import org.trialcourier.audit.AuditReport.Kind;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.Sha256;
import tools.jackson.databind.JsonNode;

class AuditTrailTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Zurich"));
    private static final int ENTRIES = 12;

    @TempDir
    Path home;

    private MemoryStore store;
    private Path anchorFile;

    @BeforeEach
    void open() throws Exception {
        store = new MemoryStore();
        anchorFile = home.resolve("anchor");
    }

    @AfterEach
    void close() throws Exception {
        store.connection.close();
    }

    @Test
    void anUntouchedTrailIsIntactWithAndWithoutKey() throws Exception {
        for (KeyPair key : new KeyPair[] {null, key()}) {
            open();
            Files.deleteIfExists(anchorFile);
            AuditTrail trail = filled(key);
            AuditReport report = trail.verify();
            assertThat(report.faults()).isEmpty();
            assertThat(report.entries()).isEqualTo(ENTRIES);
            assertThat(report.lastHash()).isEqualTo(trail.latest(1).getFirst().hash());
        }
    }

    @Test
    void anyChangedValueIsFound() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (String column : List.of("time", "who", "what", "details", "previous", "hash")) {
            open();
            Files.deleteIfExists(anchorFile);
            AuditTrail trail = filled(null);
            long seq = 1 + random.nextInt(ENTRIES);
            tamper("UPDATE audit SET " + column + " = replace(" + column + ", substr(" + column
                    + ", 1, 1), 'ƒ') WHERE seq = " + seq);
            assertThat(trail.verify().faults())
                    .as("seed %d, %s of %d", seed, column, seq)
                    .contains(new Fault(Kind.CHANGED, seq));
        }
    }

    @Test
    void anyRemovedEntryIsFound() throws Exception {
        for (long seq = 1; seq <= ENTRIES; seq++) {
            open();
            Files.deleteIfExists(anchorFile);
            AuditTrail trail = filled(null);
            tamper("DELETE FROM audit WHERE seq = " + seq);
            assertThat(trail.verify().faults())
                    .containsExactly(seq == ENTRIES ? new Fault(Kind.CUT_OFF, seq) : new Fault(Kind.REMOVED, seq + 1));
        }
    }

    @Test
    void removedEntriesWhoseNumbersWereClosedUpAreFound() throws Exception {
        AuditTrail trail = filled(null);
        tamper("DELETE FROM audit WHERE seq = 5");
        for (int seq = 6; seq <= ENTRIES; seq++) {
            tamper("UPDATE audit SET seq = " + (seq - 1) + " WHERE seq = " + seq);
        }
        assertThat(trail.verify().faults()).contains(new Fault(Kind.CHANGED, 5), new Fault(Kind.OUT_OF_ORDER, 5));
    }

    @Test
    void swappedEntriesAreFound() throws Exception {
        AuditTrail trail = filled(null);
        tamper("UPDATE audit SET seq = -4 WHERE seq = 4");
        tamper("UPDATE audit SET seq = 4 WHERE seq = 7");
        tamper("UPDATE audit SET seq = 7 WHERE seq = -4");
        assertThat(trail.verify().faults()).contains(new Fault(Kind.CHANGED, 4), new Fault(Kind.CHANGED, 7));
    }

    @Test
    void aTrailCutAtItsEndIsFound() throws Exception {
        AuditTrail trail = filled(null);
        tamper("DELETE FROM audit WHERE seq > 8");
        assertThat(trail.verify().faults()).containsExactly(new Fault(Kind.CUT_OFF, ENTRIES));
        trail.record("program", "more", Map.of());
        assertThat(trail.verify().intact()).isFalse();
    }

    @Test
    void aTrailForgedFromTheBeginningDoesNotAgreeWithTheAnchor() throws Exception {
        AuditTrail trail = filled(key());
        byte[] anchor = Files.readAllBytes(anchorFile);
        tamper("DELETE FROM audit");
        for (int i = 0; i < ENTRIES; i++) {
            trail.record("somebody else", "act", Map.of());
        }
        Files.write(anchorFile, anchor);
        assertThat(trail.verify().faults()).containsExactly(new Fault(Kind.ANCHOR_DIFFERS, ENTRIES));
    }

    @Test
    void anAnchorThatTheDeviceDidNotSignIsFound() throws Exception {
        KeyPair device = key();
        AuditTrail trail = filled(device);
        String text = Files.readString(anchorFile);
        Files.writeString(anchorFile, text.replace("\"seq\":12", "\"seq\":11"));
        assertThat(trail.verify().faults()).contains(new Fault(Kind.ANCHOR_UNSIGNED, 11));
        Files.writeString(anchorFile, text.replaceAll("\"signature\":\"[^\"]*\"", "\"signature\":\"\""));
        assertThat(trail.verify().faults()).containsExactly(new Fault(Kind.ANCHOR_UNSIGNED, ENTRIES));
        Files.delete(anchorFile);
        assertThat(trail.verify().faults()).containsExactly(new Fault(Kind.ANCHOR_MISSING, 0));
        trail.record("program", "more", Map.of());
        assertThat(trail.verify().faults()).containsExactly(new Fault(Kind.ANCHOR_MISSING, 0));
    }

    @Test
    void anAnchorOneEntryBehindAfterAKillIsNoFault() throws Exception {
        AuditTrail trail = filled(null);
        byte[] before = Files.readAllBytes(anchorFile);
        trail.record("program", "killed right after", Map.of());
        Files.write(anchorFile, before);
        assertThat(trail.verify().faults()).isEmpty();
    }

    @Test
    void aChangeThatIsRolledBackLeavesNoEntryAndNoAnchor() throws Exception {
        AuditTrail trail = filled(null);
        byte[] before = Files.readAllBytes(anchorFile);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> store.write(connection -> {
                    trail.append(connection, "program", "never", Map.of());
                    throw new SQLException("made up");
                })))
                .isNotNull();
        assertThat(trail.latest(1).getFirst().what()).isEqualTo("act.11");
        assertThat(anchorFile).hasBinaryContent(before);
    }

    @Test
    void theDatabaseItselfRefusesToChangeAnEntry() throws Exception {
        filled(null);
        try (Statement statement = store.connection.createStatement()) {
            for (String sql : List.of("UPDATE audit SET who = 'x'", "DELETE FROM audit")) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> statement.executeUpdate(sql)))
                        .hasMessageContaining("append-only");
            }
        }
    }

    @Test
    void hashesCanBeCheckedFromTheExportsAlone() throws Exception {
        AuditTrail trail = filled(null);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        AuditTrail.writeJson(trail.entries(), json);
        String previous = "0".repeat(64);
        for (JsonNode entry : WireJson.tree(json.toByteArray())) {
            byte[] canonical = WireJson.canonical(List.of(
                    entry.get("seq"),
                    entry.get("time"),
                    entry.get("who"),
                    entry.get("what"),
                    entry.get("details"),
                    entry.get("previousHash")));
            assertThat(entry.get("previousHash").asString()).isEqualTo(previous);
            previous = Sha256.hex(canonical);
            assertThat(entry.get("hash").asString()).isEqualTo(previous);
        }
        assertThat(previous).isEqualTo(trail.latest(1).getFirst().hash());

        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        AuditTrail.writeCsv(trail.entries(), csv);
        List<String> lines = csv.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(ENTRIES + 1);
        assertThat(lines.getFirst())
                .isEqualTo("\"seq\",\"time\",\"who\",\"what\",\"details\",\"previousHash\",\"hash\"");
        assertThat(lines.get(1)).contains("\"2026-11-22T13:00:00+01:00\"").contains("\"{\"\"n\"\":\"\"0\"\"}\"");
    }

    @Test
    void valuesOfAnyKindSurviveAndStayOnOneLine() throws Exception {
        AuditTrail trail = trail(null);
        String wild = "a\n\t\"b\", c\\ \u0000 ü 漢 😀 \ud800 end";
        trail.record(wild, "act", Map.of("reason", wild, "long", "x".repeat(5000)));
        AuditEntry entry = trail.latest(1).getFirst();
        assertThat(entry.details().get("reason")).isEqualTo("a  \"b\", c\\   ü 漢 😀   end");
        assertThat(entry.details().get("long")).hasSize(2000);
        assertThat(trail.verify().intact()).isTrue();
    }

    private AuditTrail filled(@Nullable KeyPair key) throws Exception {
        AuditTrail trail = trail(key);
        for (int i = 0; i < ENTRIES; i++) {
            trail.record("Specimen Coordinator", "act." + i, Map.of("n", Integer.toString(i)));
        }
        return trail;
    }

    private AuditTrail trail(@Nullable KeyPair key) throws Exception {
        Anchor anchor = new Anchor(anchorFile, key);
        anchor.begin();
        return new AuditTrail(store, anchor, CLOCK);
    }

    /** As somebody would who can write to the file: the triggers are put away for it. */
    private void tamper(String sql) throws SQLException {
        try (Statement statement = store.connection.createStatement()) {
            statement.executeUpdate("DROP TRIGGER IF EXISTS audit_keeps");
            statement.executeUpdate("DROP TRIGGER IF EXISTS audit_stands");
            statement.executeUpdate(sql);
        }
    }

    private static KeyPair key() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }
}
