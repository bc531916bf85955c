// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How a runner works.
 *
 * @param spool the folder with one folder of parts a submission
 * @param parallelParts parts sent at once
 * @param firstWait ceiling of the first wait after a failure
 * @param longestWait ceiling of all waits
 * @param look how often states and retry times are looked at
 * @param verdictQuestions how often the receiver is asked for its verdict before the submission waits for it
 * @param rules what a person allows now
 * @param wakefulness keeps the computer awake while a submission is worked on
 */
public record RunnerOptions(
        Path spool,
        int parallelParts,
        Duration firstWait,
        Duration longestWait,
        Duration look,
        int verdictQuestions,
        Supplier<LineRules> rules,
        Wakefulness wakefulness) {
    /** The usual values: 3 parts at once, waits from 5 seconds to 10 minutes, 30 questions (about a minute). */
    public static RunnerOptions in(Path spool) {
        return new RunnerOptions(
                spool,
                3,
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                Duration.ofMillis(200),
                30,
                () -> LineRules.NONE,
                Wakefulness.none());
    }

    /** The same with rules of a person. */
    public RunnerOptions withRules(Supplier<LineRules> newRules) {
        return new RunnerOptions(
                spool, parallelParts, firstWait, longestWait, look, verdictQuestions, newRules, wakefulness);
    }

    /** The same on a computer that is kept awake. */
    public RunnerOptions withWakefulness(Wakefulness other) {
        return new RunnerOptions(spool, parallelParts, firstWait, longestWait, look, verdictQuestions, rules, other);
    }
}
