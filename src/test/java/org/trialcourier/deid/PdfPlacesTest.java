// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** A name in places of a document that no reader shows holds the document; a document without one passes. */
class PdfPlacesTest {
    private static final String NAME = "Roebler";
    private static final DeidRequest REQUEST =
            Requests.with(List.of(ExtraRule.of("EncapsulatedDocument", "K", null, null)));

    private interface Place {
        void put(PDDocument document, COSDictionary catalog, String text) throws IOException;
    }

    private static final Map<String, Place> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("title", (document, catalog, text) -> document.getDocumentInformation()
                .setTitle(text));
        PLACES.put("array in an array", (document, catalog, text) -> {
            COSArray inner = new COSArray();
            inner.add(new COSString("one"));
            inner.add(new COSString(text));
            COSArray outer = new COSArray();
            outer.add(inner);
            catalog.setItem("Fictional", outer);
        });
        PLACES.put("name object", (document, catalog, text) -> catalog.setName("Fictional", text));
        PLACES.put("key of a dictionary", (document, catalog, text) -> {
            COSDictionary inner = new COSDictionary();
            inner.setString(COSName.getPDFName(text), "one");
            catalog.setItem("Fictional", inner);
        });
        PLACES.put("compressed attachment", (document, catalog, text) -> {
            byte[] content = ("remarks on " + text + " axial").getBytes(StandardCharsets.US_ASCII);
            catalog.setItem(
                    "Fictional", new PDStream(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE));
        });
        PLACES.put("document attached to the document", (document, catalog, text) -> {
            byte[] content = Traps.pdf("remarks on " + text);
            catalog.setItem(
                    "Fictional", new PDStream(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE));
        });
    }

    @TestFactory
    Stream<DynamicTest> aNameIsFoundAnywhere() {
        return PLACES.entrySet().stream()
                .map(place -> DynamicTest.dynamicTest(place.getKey(), () -> {
                    assertThat(residues(pdf(place.getValue(), NAME, false))).isNotEmpty();
                    assertThat(residues(pdf(place.getValue(), "Thorax", false))).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> aNameIsFoundBehindAnEmptyPassword() {
        return PLACES.entrySet().stream()
                .map(place -> DynamicTest.dynamicTest(
                        place.getKey(), () -> assertThat(residues(pdf(place.getValue(), NAME, true)))
                                .isNotEmpty()));
    }

    @Test
    void aScannedPageIsHeldWhateverStandsBesideItAndALogoIsNot() throws IOException {
        String scan = "q 612 0 0 792 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q ";
        String logo = "q 60 0 0 20 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q ";
        String text = "BT /F 12 Tf 50 700 Td (page 1) Tj ET ";
        assertThat(residues(pages(scan))).isNotEmpty();
        assertThat(residues(pages(scan + text))).isNotEmpty();
        assertThat(residues(pages(text, scan))).isNotEmpty();
        assertThat(residues(pages(text, "0 0 m " + "9 9 l ".repeat(200) + "S"))).isNotEmpty();
        assertThat(residues(pages(text + logo, text + "0 0 m " + "9 9 l ".repeat(200) + "S")))
                .isEmpty();
    }

    private static byte[] pages(String... contents) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (String content : contents) {
                PDPage page = new PDPage();
                PDResources resources = new PDResources();
                resources.put(COSName.getPDFName("F"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
                page.setResources(resources);
                byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
                page.setContents(new PDStream(document, new ByteArrayInputStream(bytes)));
                document.addPage(page);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] pdf(Place place, String text, boolean encrypted) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            place.put(document, document.getDocumentCatalog().getCOSObject(), text);
            if (encrypted) {
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static List<Residue> residues(byte[] pdf) {
        DataSet data = AdversaryTest.person();
        data.putText(org.trialcourier.dicom.Tag.PATIENT_NAME, NAME + "^Marielle");
        data.putText(org.trialcourier.dicom.Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.104.1");
        data.putBytes(0x00420011, Vr.OB, Arrays.copyOf(pdf, pdf.length + (pdf.length & 1)));
        DicomFile file = DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
        PatientValues values = PatientValues.collect(List.of(file));
        Outcome.Clean clean = (Outcome.Clean) new Deidentifier(REQUEST).apply(file, values);
        return new ResidueSweep(REQUEST).sweep(clean.file(), values);
    }
}
