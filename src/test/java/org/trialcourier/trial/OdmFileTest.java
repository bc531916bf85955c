// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.problem.ProblemException;

class OdmFileTest {
    private static final String GOOD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" ODMVersion="1.3.2" FileType="Snapshot" FileOID="F1">
          <Study OID="LUMEN-301"><MetaDataVersion OID="1" Name="v1">
            <StudyEventDef OID="BL" Name="Baseline" Repeating="No" Type="Scheduled"/>
            <StudyEventDef OID="W08" Name="Week 8" Repeating="No" Type="Scheduled"/>
            <ItemDef OID="I.1" Name="SEX" DataType="text"/>
            <ItemDef OID="I.2" Name="BRTHDTC" DataType="date"/>
            <ItemDef OID="I.3" Name="RFSTDTC" DataType="datetime"/>
            <ItemDef OID="I.4" Name="WEIGHT" DataType="float"/>
          </MetaDataVersion></Study>
          <ClinicalData StudyOID="LUMEN-301" MetaDataVersionOID="1">
            <SubjectData SubjectKey="014-0007"><StudyEventData StudyEventOID="BL"><FormData FormOID="DM">
              <ItemGroupData ItemGroupOID="DM"><ItemData ItemOID="I.1" Value="Female"/>
                <ItemData ItemOID="I.2" Value="1961-03-14"/><ItemData ItemOID="I.3" Value="2026-09-01T09:00:00"/>
                <ItemData ItemOID="I.4" Value="71.5"/></ItemGroupData></FormData></StudyEventData></SubjectData>
            <SubjectData SubjectKey="014-0099"><StudyEventData StudyEventOID="BL"><FormData FormOID="DM">
              <ItemGroupData ItemGroupOID="DM"><ItemData ItemOID="DM.GENDER" Value="1"/>
                <ItemData ItemOID="DM.YOB" Value="1970"/></ItemGroupData></FormData></StudyEventData></SubjectData>
          </ClinicalData>
        </ODM>
        """;

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @TempDir
    Path folder;

    @Test
    void readsVisitsAndSubjectsAndKeepsTheYearOfBirthOnly() throws Exception {
        OdmRoster roster = read(GOOD);
        assertThat(roster.visits()).containsExactly(Map.entry("BL", "Baseline"), Map.entry("W08", "Week 8"));
        assertThat(roster.subjects())
                .containsExactly(
                        new Subject("014-0007", "F", OptionalInt.of(1961), LocalDate.of(2026, 9, 1), Map.of()),
                        new Subject("014-0099", "M", OptionalInt.of(1970), null, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 2026-09-01",
        "2026-09-01T23:30:00, 2026-09-01",
        "2026-09-01T23:30:00+02:00, 2026-09-01",
        "2026-09-01T22:30:00Z, 2026-09-02",
        "2026-09-01T22:30:00.250Z, 2026-09-02",
        "2026-09-01T20:30:00-05:00, 2026-09-02",
        "2026-09-02T08:00:00+13:00, 2026-09-01",
        "2026-03-29T00:30:00Z, 2026-03-29",
        "2026-10-25T23:30:00Z, 2026-10-26",
        "2026-09-01Z, 2026-09-01",
    })
    void aMomentIsTheDayThatItWasAtTheSite(String written, LocalDate day) throws Exception {
        assertThat(read(GOOD.replace("2026-09-01T09:00:00", written))
                        .subjects()
                        .getFirst()
                        .day0())
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-01Tnoon",
                "2026-09-01T25:00:00",
                "2026-09-01T",
                "+999999999-01-01",
                "0001-01-01",
                "2026-02-30"
            })
    void whatIsNoDayIsAMistake(String written) {
        assertThat(mistakes(GOOD.replace("2026-09-01T09:00:00", written)))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("is no date"));
    }

    @Test
    void valuesMayStandBetweenTagsThatNameTheirType() throws Exception {
        String typed = GOOD.replace(
                        "<ItemData ItemOID=\"I.3\" Value=\"2026-09-01T09:00:00\"/>",
                        "<ItemDataDatetime ItemOID=\"I.3\">\n 2026-09-01T09:00:00 </ItemDataDatetime>")
                .replace(
                        "<ItemData ItemOID=\"I.1\" Value=\"Female\"/>",
                        "<ItemDataAny ItemOID=\"I.1\"><![CDATA[F]]></ItemDataAny>");
        assertThat(read(typed).subjects()).isEqualTo(read(GOOD).subjects());
    }

    @Test
    void neverFailsButWithMistakes() {
        long seed = 20261127;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String text = Spoilt.of(GOOD, "<>/&;\"=!-[]?0\u0000 ", random);
            try {
                read(text);
            } catch (ProblemException e) {
                assertThat(((Problem.BadFile) e.problem()).mistakes())
                        .as("seed %d, round %d", seed, i)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void mergesIntoATrialWithoutLosingWhatIsThere() throws Exception {
        Trial trial = TrialFileTest.read(TrialFileTest.GOOD);
        Trial merged = Rosters.merge(trial, read(GOOD).subjects());
        assertThat(merged.subjects()).extracting(Subject::id).containsExactly("014-0007", "014-0008", "014-0099");
        assertThat(merged.subject("014-0007").visits()).containsKey("BL");
        assertThat(merged.subject("014-0099").sex()).isEqualTo("M");
        assertThat(merged.json()).contains("unknownField");
    }

    @Test
    void namesAllMistakesAtOnce() {
        String bad = GOOD.replace("Value=\"Female\"", "Value=\"maybe\"")
                .replace("1961-03-14", "14 Mar 1961")
                .replace("2026-09-01T09:00:00", "yesterday")
                .replace("014-0099", "014-0007")
                .replace("<StudyEventDef OID=\"W08\"", "<StudyEventDef OID=\"BL\"");
        assertThat(mistakes(bad))
                .extracting(Mistake::message)
                .satisfiesExactly(
                        message -> assertThat(message).contains("defined twice"),
                        message -> assertThat(message).contains("is no sex"),
                        message -> assertThat(message).contains("is no year"),
                        message -> assertThat(message).contains("is no date"),
                        message -> assertThat(message).contains("there twice"));
        assertThat(mistakes(bad).get(1).path())
                .startsWith("/ODM/ClinicalData/SubjectData[014-0007]/StudyEventData[BL]/")
                .endsWith("/ItemData[I.1]");
    }

    @Test
    void brokenFilesAreRefusedWithThePlace() {
        assertThat(mistakes(GOOD.substring(0, 700)).getLast().message()).contains("no valid XML (line");
        assertThat(mistakes("").getLast().message()).contains("no valid XML");
        assertThat(mistakes("<html/>").getFirst().message()).isEqualTo("is not ODM");
        assertThat(mistakes("<ODM/>").getFirst().message()).contains("no subjects");
    }

    @Test
    void anExportIsReadInTheEncodingThatItNames() throws Exception {
        String accented = GOOD.replace("Baseline", "Référence");
        List<Subject> subjects = read(GOOD).subjects();
        for (String encoding : List.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252")) {
            byte[] content = accented.replace("UTF-8", encoding).getBytes(encoding);
            OdmRoster roster = OdmFile.read("export.xml", content, ZURICH, List.of());
            assertThat(roster.visits()).as(encoding).containsEntry("BL", "Référence");
            assertThat(roster.subjects()).isEqualTo(subjects);
        }
        byte[] marked = ("\uFEFF" + accented).getBytes(StandardCharsets.UTF_8);
        assertThat(OdmFile.read("export.xml", marked, ZURICH, List.of()).subjects())
                .isEqualTo(subjects);
    }

    @Test
    void bytesThatAreNoTextAndUnknownEncodingsAreSaidSo() {
        byte[] content = GOOD.replace("Baseline", "Référence").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> OdmFile.read("export.xml", content, ZURICH, List.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().toString()).contains("bytes that are no text in its encoding"));
        assertThat(mistakes(GOOD.replace("UTF-8", "KLINGON-1")).getLast().message())
                .contains("encoding that is not known");
    }

    @Test
    void readsNoOtherFileThroughAnEntity() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "014-SECRET");
        String attack = "<!DOCTYPE ODM [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<ODM><ClinicalData><SubjectData SubjectKey=\"A\">&x;</SubjectData></ClinicalData></ODM>";
        assertThat(mistakes(attack)).isNotEmpty().noneMatch(mistake -> mistake.toString()
                .contains("SECRET"));
        StringBuilder laughs = new StringBuilder("<!DOCTYPE ODM [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1, i - 1));
        }
        assertThat(mistakes(laughs + "]><ODM>&a19;</ODM>")).isNotEmpty();
    }

    private static OdmRoster read(String xml) throws ProblemException {
        return OdmFile.read("export.xml", xml.getBytes(StandardCharsets.UTF_8), ZURICH, List.of());
    }

    private static List<Mistake> mistakes(String xml) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> read(xml));
        assertThat(problem).as("a bad file").isNotNull();
        return ((Problem.BadFile) problem.problem()).mistakes();
    }
}
