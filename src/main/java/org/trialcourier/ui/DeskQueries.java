// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trialcourier.pixel.Picture;
import org.trialcourier.pixel.Picture.Adjustment;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Instance;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.images.Frame;
import org.trialcourier.ui.visits.Query;
import org.trialcourier.ui.visits.QueryWork;

/**
 * Queries of one trial.
 *
 * @param scanned the images that were scanned last
 * @param begin leads to a submission of what is missing
 */
record DeskQueries(DeskWork work, Trial trial, Supplier<Catalog> scanned, Consumer<Query> begin) implements QueryWork {
    @Override
    public boolean answer(UUID submission, String text, @Nullable UUID correction)
            throws ProblemException, InterruptedException {
        work.app().answers().send(submission, text, correction);
        return true;
    }

    @Override
    public Callable<Optional<Picture>> picture(Query query) {
        Catalog here = scanned.get();
        return () -> {
            Optional<Instance> sent =
                    work.app().sentBefore().stillHere(trial, query.subject(), query.visit(), here.studies());
            return sent.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Frame.draw(new Frame.Spot(sent.get(), 0), Adjustment.NONE)
                            .picture());
        };
    }

    @Override
    public void fix(Query query) {
        begin.accept(query);
    }

    @Override
    public boolean isPractice() {
        return PracticeTrial.isPractice(trial.id());
    }
}
