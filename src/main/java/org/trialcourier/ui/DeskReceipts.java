// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.trialcourier.app.App;
import org.trialcourier.audit.ReceiptPdf;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;
import org.trialcourier.ui.history.ReceiptWork;
import org.trialcourier.wire.SignedReceipt;

/** The receipts of the queue as PDF pages, in the language of the window. */
record DeskReceipts(App app, Words words) implements ReceiptWork {
    @Override
    public void save(UUID submission, Path file) throws ProblemException, IOException {
        SignedReceipt receipt = app.queue().find(submission.toString()).receipt();
        if (receipt == null) {
            throw new ProblemException(new Problem.Unknown("receipt", submission.toString()));
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        ReceiptPdf.write(receipt, words::say, Words.english()::say, page);
        try {
            Files.write(file, page.toByteArray());
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }
}
