// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.trialcourier.text.Words;
import org.trialcourier.wire.Receipt;
import org.trialcourier.wire.SignedReceipt;

class ReceiptPdfTest {
    @Test
    void allThatTheReceiverSignedStandsOnThePage() throws Exception {
        SignedReceipt signed = signed("014-0007", "BL");
        String text = text(pdf(signed));
        assertThat(text.replaceAll("\\s", ""))
                .contains(
                        "LUMEN-301",
                        "014-0007",
                        "BL",
                        signed.receipt().submission().toString())
                .contains("412", "413", "216123456", "1.2.3receiver")
                .contains(signed.receipt().manifestSha256())
                .contains(signed.receipt().receivedAt())
                .contains(signed.signature())
                .contains(signed.publicKey())
                .contains("Thesignatureholds.");
    }

    @Test
    void theSameReceiptGivesTheSameBytes() throws Exception {
        SignedReceipt signed = signed("014-0007", "BL");
        assertThat(pdf(signed)).isEqualTo(pdf(signed));
    }

    @Test
    void aReceiptWhoseSignatureDoesNotHoldSaysSo() throws Exception {
        SignedReceipt good = signed("014-0007", "BL");
        SignedReceipt other = signed("014-0009", "BL");
        String text =
                text(pdf(new SignedReceipt(other.receipt(), good.algorithm(), good.publicKey(), good.signature())));
        assertThat(text).contains("was changed").doesNotContain("The signature holds.");
    }

    @Test
    void namesOfAnyScriptAreShownOrGivenByNumber() throws Exception {
        String text = text(pdf(signed("Ζürich-Ж", "visite 訪\n2")));
        assertThat(text).contains("Ζürich-Ж").contains("visite [U+8A2A] 2");
    }

    @Test
    void theLanguageIsThatOfTheReaderWhereTheFontHasItsLetters() throws Exception {
        SignedReceipt signed = signed("014-0007", "W08");
        assertThat(text(pdf(signed, Words.of(Locale.GERMAN)))).contains("Empfangsbestätigung");
        assertThat(text(pdf(signed, Words.of(Locale.JAPANESE))))
                .contains("Receipt")
                .doesNotContain("[U+");
    }

    @Test
    void aVeryLongNameGoesOverSeveralLinesAndPages() throws Exception {
        String name = "long ".repeat(2000).strip();
        byte[] pdf = pdf(signed(name, "x".repeat(300)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
        assertThat(text(pdf).split("long", -1)).hasSize(2001);
    }

    private static byte[] pdf(SignedReceipt signed) throws IOException {
        return pdf(signed, Words.english());
    }

    private static byte[] pdf(SignedReceipt signed, Words words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReceiptPdf.write(signed, words::say, Words.english()::say, out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static SignedReceipt signed(String subject, String visit) throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Receipt receipt = new Receipt(
                UUID.fromString("11111111-2222-3333-4444-555555555555"),
                "LUMEN-301",
                "014",
                subject,
                visit,
                412,
                413,
                216_123_456,
                "ab".repeat(32),
                2,
                "2026-11-22T13:37:00+01:00",
                "1.2.3 receiver");
        Base64.Encoder base64 = Base64.getEncoder();
        SignedReceipt unsigned = new SignedReceipt(
                receipt,
                SignedReceipt.ED25519,
                base64.encodeToString(key.getPublic().getEncoded()),
                "");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key.getPrivate());
        signature.update(unsigned.signedBytes());
        return new SignedReceipt(
                receipt, SignedReceipt.ED25519, unsigned.publicKey(), base64.encodeToString(signature.sign()));
    }
}
