// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.audit.AuditTrail;
import org.trialcourier.connect.ProxySetting;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Settings;
import org.trialcourier.settings.SigningPin;
import org.trialcourier.trial.Trial;

/** What the person at this computer does that changes no submission, each act with its entry in the audit trail. */
public final class Acts {
    private final App app;

    Acts(App app) {
        this.app = app;
    }

    /** Chooses the PIN to sign with; an earlier one no longer holds. */
    public void choosePin(String pin) throws ProblemException {
        boolean changed = pin().isChosen();
        pin().choose(pin);
        note(changed ? "pin.changed" : "pin.chosen", Map.of());
    }

    /**
     * Whether this is the PIN.
     *
     * @throws ProblemException with {@code TooManyTries} while nothing is looked at
     */
    public boolean pinMatches(String pin) throws ProblemException {
        try {
            boolean right = pin().matches(pin, app.clock().instant());
            if (!right) {
                note("pin.wrong", Map.of());
            }
            return right;
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.TooManyTries) {
                note("pin.refused", Map.of());
            }
            throw e;
        }
    }

    private SigningPin pin() {
        return new SigningPin(app.secrets());
    }

    /**
     * Writes the audit trail.
     *
     * @param json as a JSON array, else as CSV
     * @param trial only what concerns this trial; null for all
     */
    public void exportTrail(OutputStream out, boolean json, @Nullable String trial)
            throws ProblemException, IOException {
        AuditTrail trail = app.queue().audit();
        List<AuditEntry> entries = trial == null ? trail.entries() : trail.ofTrial(trial);
        if (json) {
            AuditTrail.writeJson(entries, out);
        } else {
            AuditTrail.writeCsv(entries, out);
        }
        Map<String, String> details = new TreeMap<>(Map.of("entries", String.valueOf(entries.size())));
        if (trial != null) {
            details.put("trial", trial);
        }
        note("audit.exported", details);
    }

    /** De-identified images of a subject were written into a folder. */
    public void exportedImages(Trial trial, String subject, String visit, int images) throws ProblemException {
        note(
                "images.exported",
                Map.of(
                        "trial", trial.id(),
                        "site", trial.site().id(),
                        "subject", subject,
                        "visit", visit,
                        "instances", String.valueOf(images)));
    }

    /** Settings that decide whether, when and which way something is sent; how the window looks is nobody's concern. */
    void changed(Settings before, Settings after) throws ProblemException {
        Map<String, String> old = told(before);
        for (Map.Entry<String, String> now : told(after).entrySet()) {
            String was = old.getOrDefault(now.getKey(), "");
            if (!was.equals(now.getValue())) {
                note("settings.changed", Map.of("setting", now.getKey(), "before", was, "after", now.getValue()));
            }
        }
    }

    private static Map<String, String> told(Settings settings) {
        Map<String, String> told = new LinkedHashMap<>();
        // What is no proxy may hold a password.
        told.put("proxy", ProxySetting.isUnderstood(settings.proxy()) ? settings.proxy() : "?");
        told.put("certificate-authorities", settings.certificateAuthorities());
        told.put("bytes-per-second", String.valueOf(settings.bytesPerSecond()));
        told.put("quiet-hours", settings.quietHours());
        told.put("spool-limit-bytes", String.valueOf(settings.spoolLimitBytes()));
        told.put("closing-notices", String.valueOf(settings.closingNotices()));
        return told;
    }

    void note(String what, Map<String, String> details) throws ProblemException {
        app.queue().audit().record(app.user(), what, details);
    }
}
