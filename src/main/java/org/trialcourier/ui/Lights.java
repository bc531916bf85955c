// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.trialcourier.app.App;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.work.JobRunner;

/**
 * What the lights of the window look at: the queue that is worked with and, in practice mode, the real one that goes on
 * behind it. A disc of a real trial must stay in its drive also while somebody practises.
 */
final class Lights {
    private final List<App> apps = new ArrayList<>();

    Lights(Workplace place) {
        apps.add(place.app());
        place.behind().ifPresent(apps::add);
    }

    /** The feed of all queues; {@code own}, which looks at the first alone, where there is only that one. */
    QueueFeed feed(QueueFeed own, JobRunner runner) {
        return apps.size() == 1
                ? own
                : new QueueFeed(
                        runner,
                        this::submissions,
                        this::needing,
                        apps.getFirst().clock());
    }

    private List<Submission> submissions() throws ProblemException {
        List<Submission> all = new ArrayList<>();
        for (App app : apps) {
            all.addAll(app.queue().list());
        }
        return all;
    }

    private Set<UUID> needing() throws ProblemException {
        Set<UUID> all = new HashSet<>();
        for (App app : apps) {
            all.addAll(needing(app));
        }
        return all;
    }

    /** Submissions whose images must still be read from where they came from, also where nobody has noticed yet. */
    static Set<UUID> needing(App app) throws ProblemException {
        Set<UUID> all = new HashSet<>(app.queue().needingSources());
        all.addAll(app.runner().missingParts());
        return all;
    }
}
