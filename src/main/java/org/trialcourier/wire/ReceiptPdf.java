// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A receipt as one A4 page for the site binder. It holds what the receipt holds, so no patient and no file name. */
public final class ReceiptPdf {
    private static final float MARGIN = 56;
    private static final float LABEL_WIDTH = 150;
    private static final float LINE = 18;
    private static final float SMALL = 9;
    private static final float NORMAL = 11;
    private static final float LARGE = 20;
    private static final int WRAP = 64;

    private ReceiptPdf() {}

    /** Writes the page; the stream stays open. */
    public static void write(SignedReceipt signed, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            document.getDocumentInformation()
                    .setTitle("Receipt " + signed.receipt().submission());
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                new Page(content).fill(signed);
            }
            document.save(out);
        }
    }

    /** Lines from top to bottom. */
    private static final class Page {
        private final PDPageContentStream content;
        private final PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        private final PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
        private final PDFont fixed = new PDType1Font(Standard14Fonts.FontName.COURIER);
        private float y = PDRectangle.A4.getHeight() - MARGIN;

        Page(PDPageContentStream content) {
            this.content = content;
        }

        void fill(SignedReceipt signed) throws IOException {
            Receipt receipt = signed.receipt();
            text(bold, LARGE, MARGIN, "Receipt of images");
            y -= 2 * LINE;
            row("Trial", receipt.trial());
            row("Site", receipt.site());
            row("Subject", receipt.subject());
            row("Visit", receipt.visit());
            y -= LINE / 2;
            row("Received at", receipt.receivedAt());
            row("Received by", receipt.receiver());
            row("Images", String.format(Locale.ROOT, "%,d", receipt.instances()));
            row(
                    "Files and size",
                    String.format(Locale.ROOT, "%,d files, %,d bytes", receipt.payloadFiles(), receipt.payloadBytes()));
            row("Parts", Integer.toString(receipt.parts()));
            y -= LINE / 2;
            row("Submission", receipt.submission().toString());
            code("SHA-256 of the manifest", receipt.manifestSha256());
            code("Receiver's key (" + signed.algorithm() + ")", signed.publicKey());
            code("Receiver's signature", signed.signature());
            y -= LINE;
            text(
                    plain,
                    SMALL,
                    MARGIN,
                    signed.holds()
                            ? "The receiver unpacked the submission, compared every file with the manifest and signed this receipt."
                            : "THE SIGNATURE OF THIS RECEIPT DOES NOT HOLD.");
            y -= LINE;
            text(plain, SMALL, MARGIN, "The signature covers the receipt as canonical JSON (RFC 8785).");
        }

        private void row(String label, String value) throws IOException {
            text(bold, NORMAL, MARGIN, label);
            text(plain, NORMAL, MARGIN + LABEL_WIDTH, value);
            y -= LINE;
        }

        private void code(String label, String value) throws IOException {
            text(bold, NORMAL, MARGIN, label);
            y -= LINE;
            for (String line : wrap(value)) {
                text(fixed, SMALL, MARGIN, line);
                y -= LINE * SMALL / NORMAL;
            }
            y -= LINE / 2;
        }

        private void text(PDFont font, float size, float x, String text) throws IOException {
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(x, y);
            content.showText(printable(font, text));
            content.endText();
        }

        private static List<String> wrap(String value) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < value.length(); i += WRAP) {
                lines.add(value.substring(i, Math.min(value.length(), i + WRAP)));
            }
            return lines;
        }

        /** The text with a question mark for each character that the page's fonts lack. */
        private static String printable(PDFont font, String text) {
            StringBuilder shown = new StringBuilder();
            text.codePoints().forEach(c -> shown.append(has(font, c) ? Character.toString(c) : "?"));
            return shown.toString();
        }

        private static boolean has(PDFont font, int character) {
            try {
                font.encode(Character.toString(character));
                return true;
            } catch (IOException | IllegalArgumentException lacking) {
                return false;
            }
        }
    }
}
