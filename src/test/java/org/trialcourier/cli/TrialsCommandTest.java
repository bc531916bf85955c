// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.app.GuardedReceiver;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;
import tools.jackson.databind.JsonNode;

/** Joining, refreshing and leaving trials, against a real receiver. */
class TrialsCommandTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.systemDefault());

    @TempDir
    Path folder;

    private Terminal terminal;
    private Receiver receiver;
    private Path offered;

    @BeforeEach
    void open() throws Exception {
        terminal = new Terminal(folder.resolve("home"));
        offered = folder.resolve("offered").resolve("trial.json");
        receiver = Receiver.start(
                new ReceiverOptions(0, folder.resolve("receiver"), List.of(offered), Clock.systemDefaultZone()));
        PracticeTrial.make(offered.getParent(), TODAY, receiver.tusUrl(), receiver.apiUrl());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private String link() {
        return "trialcourier://join?api=" + receiver.apiUrl() + "&trial=" + id();
    }

    private String id() {
        return "PRACTICE-1";
    }

    @Test
    void whereTheServerAsksWhoJoinsACodeLeadsOn() throws Exception {
        try (GuardedReceiver guarded = new GuardedReceiver(folder)) {
            Answer unknown = terminal.run("trials", "add", guarded.address());
            assertThat(unknown.exit()).isEqualTo(1);
            assertThat(unknown.err()).contains("no way to sign in");
            Answer added = terminal.run("trials", "add", guarded.link(), "--json");
            assertThat(added.exit()).as(added.err()).isZero();
            assertThat(added.err()).contains("WDJB-MJHT").contains("/device");
            assertThat(added.json().get("trials").get(0).get("id").asString()).isEqualTo(GuardedReceiver.TRIAL);
        }
    }

    @Test
    void aTrialIsJoinedByLinkListedRefreshedAndLeft() throws Exception {
        assertThat(terminal.run("trials", "list").out()).contains("No trial is known");
        Answer added = terminal.run("trials", "add", link(), "--json");
        assertThat(added.exit()).as(added.err()).isZero();
        JsonNode trial = added.json().get("trials").get(0);
        assertThat(trial.get("from").asString()).isEqualTo("server");
        assertThat(trial.get("asOf").asString()).startsWith(TODAY.toString().substring(0, 4));
        assertThat(terminal.run("trials", "refresh").err()).contains("nothing has changed");

        receiver.close();
        Answer offline = terminal.run("trials", "refresh", "--json");
        assertThat(offline.exit()).isEqualTo(1);
        assertThat(offline.err()).contains("cannot be reached");
        assertThat(offline.json().get("trials")).hasSize(1);
        assertThat(terminal.run("visits").out())
                .contains("001-0001", "closes tomorrow", "not done")
                .doesNotContain("not-done");
        assertThat(terminal.run("trials", "list").out()).contains("as of");

        assertThat(terminal.run("trials", "remove", id(), "--json").json().get("trials"))
                .isEmpty();
        Answer audit = terminal.run("audit", "export");
        assertThat(audit.out()).contains("trial.joined", "trial.left");
    }

    @Test
    void whatIsNoTrialIsToldAndNothingIsKept() {
        assertThat(terminal.run("trials", "add", "trialcourier://join?api=http://lab.example/&trial=A")
                        .exit())
                .isNotZero();
        Answer unknown = terminal.run("trials", "add", receiver.apiUrl() + "trials/NO-SUCH");
        assertThat(unknown.exit()).isNotZero();
        assertThat(unknown.err()).contains("NO-SUCH");
        assertThat(terminal.run("trials", "remove", "NO-SUCH").exit()).isEqualTo(2);
        assertThat(terminal.run("trials", "list", "--json").json().get("trials"))
                .isEmpty();
    }

    /** The queue holds a submission; then the trial drops its subject, then it is withdrawn; it still arrives. */
    @Test
    void aTrialChangedOrWithdrawnMeanwhileLosesNothing() throws Exception {
        terminal.run("trials", "add", link());
        Path chest = SmallDisc.make(folder.resolve("disc"), TODAY, 3)
                .resolve("DICOM")
                .resolve("ST000001");
        Path mine = Files.copy(offered, folder.resolve("mine.json"));
        List<Object> words = new ArrayList<>(List.of("submit", chest, "--trial", mine, "--json"));
        words.addAll(List.of("--subject", PracticeTrial.DISC_SUBJECT, "--visit", PracticeTrial.DISC_VISIT));
        Answer queued = terminal.run(words.toArray());
        if (queued.json().get("submission").isNull()) {
            queued.json()
                    .get("findings")
                    .forEach(finding ->
                            words.addAll(List.of("--reason", finding.get("code").asString() + "=a practice run")));
            queued = terminal.run(words.toArray());
        }
        assertThat(queued.json().get("submission").isNull()).as(queued.err()).isFalse();
        assertThat(terminal.run("trials", "remove", id()).err()).contains("still has one submission");

        Files.writeString(offered, Files.readString(offered).replace(PracticeTrial.DISC_SUBJECT, "001-9999"));
        assertThat(terminal.run("trials", "refresh").err()).contains("a newer copy was taken");
        Files.delete(offered);
        assertThat(terminal.run("trials", "refresh").err()).contains("no longer offers it");
        assertThat(terminal.run("trials", "list").out()).contains("withdrawn by its server");

        Answer run = terminal.run("queue", "run", "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"received\"").contains(PracticeTrial.DISC_SUBJECT);
        assertThat(terminal.run("audit", "export").out()).contains("trial.changed", "trial.withdrawn");
        assertThat(terminal.run("trials", "remove", id()).exit()).isZero();
    }

    @Test
    void subjectsOfAnEdcExportStayWhenTheServerSendsANewerCopy() throws Exception {
        terminal.run("trials", "add", link());
        Path odm = Files.writeString(folder.resolve("export.xml"), """
            <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" ODMVersion="1.3.2">
              <Study OID="S"><MetaDataVersion OID="1" Name="v1">
                <StudyEventDef OID="SE.W08" Name="Week 8"/><StudyEventDef OID="SE.LAB" Name="Laboratory"/>
              </MetaDataVersion></Study>
              <ClinicalData StudyOID="S"><SubjectData SubjectKey="001-0777">
                <StudyEventData StudyEventOID="SE.LAB"><ItemData ItemOID="DM.SEX" Value="F"/>
                  <ItemData ItemOID="DM.RFSTDTC" Value="2026-01-05"/></StudyEventData>
                <StudyEventData StudyEventOID="SE.W08"><ItemData ItemOID="SV.SVOCCUR" Value="N"/>
                  <ItemData ItemOID="SV.SVREASOC" Value="scanner down"/></StudyEventData>
              </SubjectData></ClinicalData>
            </ODM>
            """);
        Answer enrolled = terminal.run("trials", "enrol", id(), "--odm", odm, "--json");
        assertThat(enrolled.exit()).as(enrolled.err()).isZero();
        assertThat(terminal.run("visits").out()).contains("001-0777");

        Files.writeString(offered, Files.readString(offered).replace("001-0006", "001-0066"));
        terminal.run("trials", "refresh");
        Answer visits = terminal.run("visits", "--json");
        assertThat(visits.out()).contains("001-0777", "001-0066", "scanner down", "not-done");

        Files.writeString(
                odm, Files.readString(odm).replace("2026-01-05", "yesterday").replace("\"F\"", "\"?\""));
        Answer bad = terminal.run("trials", "enrol", id(), "--odm", odm);
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.err()).contains("is no date", "is no sex", "SubjectData[001-0777]");
        assertThat(terminal.run("visits").out()).contains("001-0777");
    }

    @Test
    void theBoardGoesIntoASpreadsheetAndACalendar() throws Exception {
        terminal.run("trials", "add", offered);
        Path csv = folder.resolve("board.csv");
        Path ics = folder.resolve("board.ics");
        assertThat(terminal.run("visits", "--csv", csv, "--ics", ics).exit()).isZero();
        assertThat(Files.readString(csv)).startsWith("trial,site,subject,visit").contains("001-0001");
        assertThat(Files.readString(ics)).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(terminal.run("visits", "--csv", folder.resolve("no").resolve("x.csv"))
                        .exit())
                .isEqualTo(1);
    }
}
