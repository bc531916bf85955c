// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.problem.ProblemException;

/** ODM as EDC systems write it: changes alone, several sites, repeated visits, extensions, several versions. */
class OdmExportTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    private static final String DATA = """
        <ODM xmlns="http://www.cdisc.org/ns/odm/%s" xmlns:edc="urn:vendor" FileType="%s">
          %s
          <ClinicalData StudyOID="LUMEN-301">%s</ClinicalData>
        </ODM>
        """;

    private static String snapshot(String admin, String data) {
        return DATA.formatted("v1.3", "Snapshot", admin, data);
    }

    private static List<Subject> after(List<Subject> known, String data) throws Exception {
        String xml = DATA.formatted("v1.3", "Transactional", "", data);
        return OdmFile.read("export.xml", xml.getBytes(StandardCharsets.UTF_8), ZURICH, known)
                .subjects(TrialFileTest.read(TrialFileTest.GOOD));
    }

    @Test
    void changesGoOnFromWhatEarlierExportsTold() throws Exception {
        List<Subject> known = after(List.of(), """
            <SubjectData SubjectKey="014-0007" TransactionType="Insert">
              <StudyEventData StudyEventOID="SE.BL"><ItemData ItemOID="DM.SEX" Value="F"/>
                <ItemData ItemOID="DM.RFSTDTC" Value="2026-09-01"/><ItemData ItemOID="SV.PLANDT" Value="2026-08-30"/>
              </StudyEventData></SubjectData>
            <SubjectData SubjectKey="014-0009" TransactionType="Upsert"/>
            <SubjectData SubjectKey="014-0010" TransactionType="Insert"/>
            """);
        assertThat(known).extracting(Subject::id).containsExactly("014-0007", "014-0009", "014-0010");
        List<Subject> changed = after(known, """
            <SubjectData SubjectKey="014-0007" TransactionType="Update"><StudyEventData StudyEventOID="SE.BL">
              <ItemGroupData ItemGroupOID="DM"><ItemData ItemOID="DM.RFSTDTC" TransactionType="Update" Value="2026-09-03"/>
              </ItemGroupData></StudyEventData></SubjectData>
            <SubjectData SubjectKey="014-0007"><StudyEventData StudyEventOID="SE.BL">
              <ItemGroupData ItemGroupOID="SV" TransactionType="Remove"><ItemData ItemOID="SV.PLANDT" Value="2026-08-30"/>
              </ItemGroupData></StudyEventData></SubjectData>
            <SubjectData SubjectKey="014-0009" TransactionType="Remove"/>
            <SubjectData SubjectKey="014-0010"><StudyEventData StudyEventOID="SE.BL">
              <ItemDataDate ItemOID="DM.RFSTDTC" TransactionType="Insert">2026-10-01</ItemDataDate></StudyEventData></SubjectData>
            """);
        assertThat(changed).extracting(Subject::id).containsExactly("014-0007", "014-0010");
        Subject first = changed.getFirst();
        assertThat(first.sex()).as("what is not named stays").isEqualTo("F");
        assertThat(first.day0()).isEqualTo(LocalDate.of(2026, 9, 3));
        assertThat(first.visits().get("BL").planned()).as("removed").isNull();
        assertThat(changed.get(1).day0()).isEqualTo(LocalDate.of(2026, 10, 1));
        List<Subject> emptied = after(changed, """
            <SubjectData SubjectKey="014-0007"><StudyEventData StudyEventOID="SE.BL" TransactionType="Remove"/>
              <StudyEventData StudyEventOID="SE.DM"><ItemData ItemOID="DM.SEX" IsNull="Yes"/></StudyEventData></SubjectData>
            """);
        assertThat(emptied.getFirst().visits()).isEmpty();
        assertThat(emptied.getFirst().sex()).isEmpty();
    }

    @Test
    void aWholeExportForgetsWhatEarlierOnesTold() throws Exception {
        String xml = snapshot("", "<SubjectData SubjectKey=\"014-0001\"/>");
        OdmRoster roster = OdmFile.read(
                "export.xml",
                xml.getBytes(StandardCharsets.UTF_8),
                ZURICH,
                read(snapshot("", "<SubjectData SubjectKey=\"014-0002\"/>")).subjects());
        assertThat(roster.subjects()).extracting(Subject::id).containsExactly("014-0001");
    }

    @ParameterizedTest
    @CsvSource({"LOC.014, LOC.022", "014, 022", "14, 22", "S1, S2", "H1, H2"})
    void onlySubjectsOfThisSiteAreTaken(String here, String elsewhere) throws Exception {
        String xml = snapshot(
                "<AdminData><Location OID=\"S1\" Name=\"014\" LocationType=\"Site\"/>"
                        + "<Location OID=\"H1\" Name=\"university hospital\"/><Location OID=\"H2\" Name=\"Elsewhere\"/>"
                        + "</AdminData>",
                "<SubjectData SubjectKey=\"A-1\"><SiteRef LocationOID=\"%s\"/></SubjectData>".formatted(here)
                        + "<SubjectData SubjectKey=\"B-1\"><SiteRef LocationOID=\"%s\"/></SubjectData>"
                                .formatted(elsewhere)
                        + "<SubjectData SubjectKey=\"C-1\"/>");
        Trial trial = TrialFileTest.read(TrialFileTest.GOOD);
        assertThat(read(xml).subjects(trial)).extracting(Subject::id).containsExactly("A-1", "C-1");
    }

    @Test
    void anExportOfOtherSitesIsRefusedAndSaysWhich() throws Exception {
        OdmRoster roster =
                read(snapshot("", "<SubjectData SubjectKey=\"B-1\"><SiteRef LocationOID=\"LOC.022\"/></SubjectData>"));
        Trial trial = TrialFileTest.read(TrialFileTest.GOOD);
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> roster.subjects(trial));
        assertThat(((Problem.BadFile) problem.problem()).mistakes())
                .containsExactly(new Mistake(
                        "/ODM/ClinicalData",
                        "holds no subjects of site \"014\", but of \"LOC.022\"; if one of these is this site, the"
                                + " trial file has to call it so (site.id or site.name), else export the subjects of this"
                                + " site"));
        assertThat(mistakes(snapshot("", "<SubjectData SubjectKey=\"B-1\"><SiteRef/></SubjectData>")))
                .containsExactly(new Mistake("/ODM/ClinicalData/SubjectData[B-1]/SiteRef", "has no LocationOID"));
    }

    @Test
    void aRepeatedVisitWasNotDoneWhereNoOccurrenceWas() throws Exception {
        String some = "<SubjectData SubjectKey=\"A-1\"><StudyEventData StudyEventOID=\"SE.BL\""
                + " StudyEventRepeatKey=\"1\"><ItemData ItemOID=\"SVOCCUR\" Value=\"N\"/><ItemData ItemOID=\"SVREASOC\""
                + " Value=\"scanner down\"/></StudyEventData><StudyEventData StudyEventOID=\"SE.BL\""
                + " StudyEventRepeatKey=\"2\"><ItemData ItemOID=\"SVOCCUR\" Value=\"%s\"/><ItemData ItemOID=\"PLANDT\""
                + " Value=\"2026-09-09\"/></StudyEventData></SubjectData>";
        Trial trial = TrialFileTest.read(TrialFileTest.GOOD);
        assertThat(read(snapshot("", some.formatted("Y")))
                        .subjects(trial)
                        .getFirst()
                        .visits())
                .containsEntry("BL", new SubjectVisit(SubjectVisit.Status.EXPECTED, "", LocalDate.of(2026, 9, 9)));
        assertThat(read(snapshot("", some.formatted("N")))
                        .subjects(trial)
                        .getFirst()
                        .visits())
                .containsEntry(
                        "BL", new SubjectVisit(SubjectVisit.Status.NOT_DONE, "scanner down", LocalDate.of(2026, 9, 9)));
    }

    @Test
    void whatVendorsAddIsTheirsWhateverItIsCalled() throws Exception {
        String xml = snapshot(
                "<edc:SubjectData SubjectKey=\"X-1\"/>",
                "<SubjectData SubjectKey=\"A-1\" edc:SubjectKey=\"X-2\" edc:TransactionType=\"Remove\">"
                        + "<edc:SiteRef LocationOID=\"022\"/><StudyEventData StudyEventOID=\"SE.BL\">"
                        + "<edc:ItemData ItemOID=\"DM.SEX\" Value=\"M\"/><ItemData ItemOID=\"DM.SEX\" Value=\"F\"/>"
                        + "<AuditRecord><LocationRef LocationOID=\"022\"/></AuditRecord>"
                        + "</StudyEventData></SubjectData>");
        assertThat(read(xml).subjects(TrialFileTest.read(TrialFileTest.GOOD)))
                .containsExactly(new Subject("A-1", "F", OptionalInt.empty(), null, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.1", "v1.2", "v1.3"})
    void allVersionsOfOneAreRead(String version) throws Exception {
        String xml = DATA.formatted(version, "Snapshot", "", "<SubjectData SubjectKey=\"A-1\"/>");
        assertThat(read(xml).subjects()).hasSize(1);
    }

    @Test
    void anotherVersionIsSaidSo() {
        assertThat(mistakes(DATA.formatted("v2.0", "Snapshot", "", "<SubjectData SubjectKey=\"A-1\"/>")))
                .containsExactly(
                        new Mistake("/ODM", "is ODM of another version than 1: \"http://www.cdisc.org/ns/odm/v2.0\""));
    }

    @Test
    void severalVersionsOfTheMetadataMayDefineTheSameAndIncludeOthers() throws Exception {
        String versions = "<Study OID=\"S\"><MetaDataVersion OID=\"1\"><StudyEventDef OID=\"BL\" Name=\"Base\"/>"
                + "</MetaDataVersion><MetaDataVersion OID=\"2\">%s<StudyEventDef OID=\"BL\" Name=\"Baseline\"/>"
                + "</MetaDataVersion></Study>";
        String data = "<SubjectData SubjectKey=\"A-1\"><StudyEventData StudyEventOID=\"W08\"/></SubjectData>";
        assertThat(mistakes(snapshot(versions.formatted(""), data)))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("not defined"));
        String include = "<Include StudyOID=\"S\" MetaDataVersionOID=\"0\"/>";
        assertThat(read(snapshot(versions.formatted(include), data)).visits())
                .containsExactly(Map.entry("BL", "Baseline"));
        String twoParts = snapshot(
                "",
                "<SubjectData SubjectKey=\"A-1\"/></ClinicalData><ClinicalData StudyOID=\"LUMEN-301\""
                        + " MetaDataVersionOID=\"2\"><SubjectData SubjectKey=\"A-1\"/>");
        assertThat(read(twoParts).subjects()).hasSize(1);
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
