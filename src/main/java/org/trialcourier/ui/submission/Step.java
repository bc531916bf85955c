// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.submission;

import java.util.List;

/** A step of a new submission, in the order they are done. */
public sealed interface Step {
    /** What is on the disc. */
    record Source() implements Step {}

    /** Whose images, which visit. */
    record Subject() implements Step {}

    /** What was found, what leaves. */
    record Review() implements Step {}

    /** Questions, signature, off. */
    record Send() implements Step {}

    /** All steps in order. */
    static List<Step> all() {
        return List.of(new Source(), new Subject(), new Review(), new Send());
    }

    /** Its place, from 1. */
    default int number() {
        return all().indexOf(this) + 1;
    }

    /** Key of its name. */
    default String key() {
        return switch (this) {
            case Source s -> "step.source";
            case Subject s -> "step.subject";
            case Review s -> "step.review";
            case Send s -> "step.send";
        };
    }
}
