// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.audit.AuditReport.Fault;
import org.trialcourier.audit.AuditReport.Kind;
import org.trialcourier.wire.SignedReceipt;

/** Compares the receipts that are kept with what the audit trail tells of them: each in both, and the same. */
final class ReceiptCheck {
    /** What the trail calls a receipt that was kept. */
    static final String KEPT = "receipt.kept";

    private ReceiptCheck() {}

    static List<Fault> faults(List<Submission> submissions, List<AuditEntry> told) {
        Map<String, SignedReceipt> kept = new HashMap<>();
        for (Submission submission : submissions) {
            SignedReceipt receipt = submission.receipt();
            if (receipt != null) {
                kept.put(submission.id().toString(), receipt);
            }
        }
        List<Fault> faults = new ArrayList<>();
        Map<String, AuditEntry> last = new HashMap<>();
        told.forEach(entry -> last.put(entry.details().get("submission"), entry));
        last.forEach((submission, entry) -> {
            SignedReceipt receipt = kept.remove(submission);
            if (receipt == null || !agree(receipt, entry.details())) {
                faults.add(new Fault(Kind.RECEIPT_DIFFERS, entry.seq()));
            }
        });
        kept.keySet().forEach(untold -> faults.add(new Fault(Kind.RECEIPT_UNTOLD, 0)));
        return faults;
    }

    private static boolean agree(SignedReceipt receipt, Map<String, String> details) {
        return receipt.holds()
                && receipt.signature().equals(details.get("signature"))
                && receipt.receipt().manifestSha256().equals(details.get("manifestSha256"));
    }
}
