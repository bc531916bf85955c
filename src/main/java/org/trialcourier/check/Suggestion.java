// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.List;
import org.trialcourier.problem.Phrase;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Visit;

/**
 * A subject and visit that the images may belong to. It is offered, never chosen by itself.
 *
 * @param score larger is likelier; comparable within one list only
 * @param reasons what speaks for it, in plain words
 * @param doubts what speaks against it
 */
public record Suggestion(Subject subject, Visit visit, double score, List<Phrase> reasons, List<Phrase> doubts) {
    public Suggestion {
        reasons = List.copyOf(reasons);
        doubts = List.copyOf(doubts);
    }
}
