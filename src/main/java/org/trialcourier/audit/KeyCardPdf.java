// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The key of a trial at a site as a PDF page, to be printed, typed in at another workstation of the site and locked away.
 * It names no patient.
 */
public final class KeyCardPdf {
    private static final int IN_A_LINE = 4;

    private KeyCardPdf() {}

    /** Writes the page, in English where the font lacks the letters of the language; the stream stays open. */
    public static void write(
            String trial, String site, List<String> groups, PageWords own, PageWords english, OutputStream out)
            throws IOException {
        PageWords words = own.orElse(english);
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(words.say("key-card.title"));
            document.getDocumentInformation().setCreator("TrialCourier");
            try (ReceiptPage page = new ReceiptPage(document)) {
                page.title(words.say("key-card.title"));
                page.paragraph(words.say("key-card.why"));
                page.line(words.say("receipt.trial"), trial);
                page.line(words.say("receipt.site"), site);
                for (int at = 0; at < groups.size(); at += IN_A_LINE) {
                    page.code(String.join("   ", groups.subList(at, Math.min(groups.size(), at + IN_A_LINE))));
                }
                page.paragraph(words.say("key-card.how"));
                page.paragraph(words.say("key-card.lock"));
            }
            document.save(out);
        }
    }
}
