// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.List;
import org.trialcourier.problem.Problem.Mistake;

/**
 * Looks at what a trial asks of de-identification, of which a trial file itself knows only the form: whether each
 * attribute is one that DICOM knows, and whether the rules fit together. Its mistakes stand among those of the file.
 */
@FunctionalInterface
public interface RuleCheck {
    /** Asks nothing: for copies that were checked when they came. */
    RuleCheck CHECKED_BEFORE = asked -> List.of();

    /** What is wrong, each with its JSON path. */
    List<Mistake> mistakes(Deidentification asked);
}
