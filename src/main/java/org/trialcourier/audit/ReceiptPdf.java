// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.trialcourier.wire.Receipt;
import org.trialcourier.wire.SignedReceipt;

/**
 * A receipt as a PDF page for the site binder: ids of the trial and what the receiver counted, with its signature, so
 * that it can be checked years later. It holds nothing else; a receipt knows neither the patient nor a file name. The
 * same receipt gives the same bytes.
 */
public final class ReceiptPdf {
    private ReceiptPdf() {}

    /** Writes the page, in English where the font lacks the letters of the language; the stream stays open. */
    public static void write(SignedReceipt signed, PageWords own, PageWords english, OutputStream out)
            throws IOException {
        Receipt receipt = signed.receipt();
        PageWords labels = own.orElse(english);
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(receipt.submission().getLeastSignificantBits());
            describe(document.getDocumentInformation(), receipt, labels);
            try (ReceiptPage page = new ReceiptPage(document)) {
                page.title(labels.say("receipt.title"));
                page.paragraph(labels.say(signed.holds() ? "receipt.signed.why" : "receipt.broken.why"));
                page.line(labels.say("receipt.trial"), receipt.trial());
                page.line(labels.say("receipt.site"), receipt.site());
                page.line(labels.say("receipt.subject"), receipt.subject());
                page.line(labels.say("receipt.visit"), receipt.visit());
                page.line(labels.say("receipt.submission"), receipt.submission().toString());
                page.line(labels.say("receipt.images"), Long.toString(receipt.instances()));
                page.line(labels.say("receipt.pdf.files"), Long.toString(receipt.payloadFiles()));
                page.line(labels.say("receipt.pdf.bytes"), Long.toString(receipt.payloadBytes()));
                page.line(labels.say("receipt.pdf.parts"), Integer.toString(receipt.parts()));
                page.line(labels.say("receipt.manifest"), receipt.manifestSha256());
                page.line(labels.say("receipt.received"), receipt.receivedAt());
                page.line(labels.say("receipt.receiver"), receipt.receiver());
                page.line(labels.say("receipt.pdf.signature", signed.algorithm()), signed.signature());
                page.line(labels.say("receipt.pdf.key"), signed.publicKey());
                page.paragraph(labels.say("receipt.pdf.check"));
            }
            document.save(out);
        }
    }

    private static void describe(PDDocumentInformation information, Receipt receipt, PageWords labels) {
        information.setTitle(labels.say("receipt.title") + " " + receipt.submission());
        information.setCreator("TrialCourier");
        try {
            information.setCreationDate(GregorianCalendar.from(
                    OffsetDateTime.parse(receipt.receivedAt()).toZonedDateTime()));
        } catch (DateTimeParseException unreadable) {
            information.setCreationDate(null);
        }
    }
}
