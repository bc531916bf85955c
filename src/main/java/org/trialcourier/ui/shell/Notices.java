// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.ui.shared.StateLook;

/** Tells what has just happened to a submission, once each: received, a question, needs a person, rejected. */
public final class Notices {
    private final Map<UUID, State> known = new HashMap<>();
    private final Words words;
    private final Function<Submission, String> visitName;
    private final Consumer<Notice> hear;
    private boolean first = true;

    /** One thing worth a word. */
    public record Notice(StateLook look, String text) {}

    private Notices(Words words, Function<Submission, String> visitName, Consumer<Notice> hear) {
        this.words = words;
        this.visitName = visitName;
        this.hear = hear;
    }

    /**
     * Watches the feed for as long as it lives; what was there at first is no news.
     *
     * @param visitName what people call the visit of a submission
     */
    public static void watch(
            QueueFeed feed, Words words, Function<Submission, String> visitName, Consumer<Notice> hear) {
        Notices notices = new Notices(words, visitName, hear);
        feed.submissions().subscribe(notices::compare);
    }

    private void compare(List<Submission> now) {
        for (Submission submission : now) {
            State before = known.put(submission.id(), submission.state());
            if (!first && before != submission.state() && isNews(submission.state())) {
                StateLook look = StateLook.of(submission.state());
                hear.accept(new Notice(
                        look,
                        words.say(
                                "notice.text",
                                submission.subject(),
                                visitName.apply(submission),
                                words.say(look.key()))));
            }
        }
        first = first && now.isEmpty();
    }

    private static boolean isNews(State state) {
        return state == State.RECEIVED || state == State.QUERY || state == State.HELD || state == State.REJECTED;
    }
}
