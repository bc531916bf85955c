// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

/** Keeps the computer from falling asleep by itself while a submission is worked on. A closed lid is the owner's word. */
@FunctionalInterface
public interface Wakefulness {
    /** Keeps it awake until the hold is closed. Where that cannot be had, the work goes on all the same. */
    Hold hold();

    /** Ends with {@link #close}, at the latest with this process. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** Lets the computer do what it wants. */
    static Wakefulness none() {
        return () -> () -> {};
    }
}
