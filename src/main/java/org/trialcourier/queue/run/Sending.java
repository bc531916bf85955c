// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Ledger;
import org.trialcourier.work.Progress;

/** How far the parts under way are, noted in the queue about once a second for who looks from outside. */
final class Sending {
    private static final long NOTE_EVERY_NANOS = 1_000_000_000L;

    private final Drive drive;
    private final List<Progress> counters;
    private final List<Integer> numbers;
    private final List<Long> before;
    private final List<Long> noted;
    private final BitSet heard = new BitSet();
    private long lastNote = System.nanoTime();

    Sending(Drive drive, int parts) {
        this.drive = drive;
        counters = new ArrayList<>(parts);
        numbers = new ArrayList<>(parts);
        before = new ArrayList<>(parts);
        noted = new ArrayList<>(parts);
    }

    /** A part to send, of which the receiver had some bytes before. */
    Crew.Piece piece(Ledger.PartRow part, Crew.Task task) {
        Progress progress = new Progress();
        counters.add(progress);
        numbers.add(part.number());
        before.add(part.sent());
        noted.add(part.sent());
        return new Crew.Piece(task, progress);
    }

    Mirror mirror(Progress shown) {
        return new Mirror(shown, counters);
    }

    /** Notes what changed, unless that was done a moment ago. */
    void noteNowAndThen() throws ProblemException {
        long now = System.nanoTime();
        if (now - lastNote >= NOTE_EVERY_NANOS) {
            lastNote = now;
            note();
        }
    }

    /**
     * Notes what changed since the last time, also where the receiver turns out to have less. A counter that was never
     * above zero only says that nothing was heard yet.
     */
    void note() throws ProblemException {
        for (int i = 0; i < counters.size(); i++) {
            long sent = sent(i);
            if (sent > 0) {
                heard.set(i);
            }
            if (heard.get(i) && sent != noted.get(i)) {
                drive.tools().ledger().sent(drive.id(), numbers.get(i), sent);
                noted.set(i, sent);
            }
        }
    }

    /** Whether the receiver has more than it had before. */
    boolean hasMoved() {
        return IntStream.range(0, counters.size()).anyMatch(i -> sent(i) > before.get(i));
    }

    private long sent(int index) {
        return counters.get(index).snapshot().bytes();
    }
}
