// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Instance;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.Visit;

/**
 * What a coordinator is about to send: the chosen images, for whom and which visit, with her reasons and answers. Lives
 * in memory only.
 *
 * @param trial the trial at this site
 * @param subject one of the trial's subjects
 * @param visit one of the trial's visits
 * @param images the chosen studies and series
 * @param reasons why it is sent in spite of a finding, by the finding's code
 * @param form answers to the trial's questions, by their ids
 * @param signature who sends it; null where the trial asks for none
 * @param pixels covers for what is written in images, and which series were looked through
 * @param to where to send it in place of the trial's own destination; null for that one
 */
public record Draft(
        Trial trial,
        Subject subject,
        Visit visit,
        Catalog images,
        Map<String, String> reasons,
        Map<String, String> form,
        @Nullable Signature signature,
        @Nullable URI to,
        PixelPlan pixels) {

    /** Keeps its own copies of reasons and answers. */
    public Draft {
        reasons = Map.copyOf(reasons);
        form = Map.copyOf(form);
    }

    /**
     * Who answers for the submission (21 CFR 11.50).
     *
     * @param name printed name
     * @param role at the site
     * @param statement what the signature means
     */
    public record Signature(String name, String role, String statement) {}

    /** A draft without reasons, answers and signature. */
    public static Draft of(Trial trial, Subject subject, Visit visit, Catalog images) {
        return new Draft(trial, subject, visit, images, Map.of(), Map.of(), null, null, PixelPlan.NONE);
    }

    /** The same with reasons for findings. */
    public Draft withReasons(Map<String, String> given) {
        return new Draft(trial, subject, visit, images, given, form, signature, to, pixels);
    }

    /** The same with answers to the trial's questions. */
    public Draft withForm(Map<String, String> answers) {
        return new Draft(trial, subject, visit, images, reasons, answers, signature, to, pixels);
    }

    /** The same, signed. */
    public Draft signedBy(Signature who) {
        return new Draft(trial, subject, visit, images, reasons, form, who, to, pixels);
    }

    /** The same of other images. */
    Draft of(Catalog chosen) {
        return new Draft(trial, subject, visit, chosen, reasons, form, signature, to, pixels);
    }

    /** The same for another destination. */
    public Draft to(@Nullable URI destination) {
        return new Draft(trial, subject, visit, images, reasons, form, signature, destination, pixels);
    }

    /** The same with what a person decided about the pixels. */
    public Draft withPixels(PixelPlan plan) {
        return new Draft(trial, subject, visit, images, reasons, form, signature, to, plan);
    }

    /** All chosen instances. */
    public List<Instance> instances() {
        return images.instances().toList();
    }
}
