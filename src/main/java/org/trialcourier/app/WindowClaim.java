// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/** Finds out whether this process may have the window, on a thread of its own: the toolkit starts meanwhile. */
public final class WindowClaim implements AutoCloseable {
    private final CompletableFuture<Answer> asked;

    /** Either the window, or why not; neither where another process has it. */
    private record Answer(Optional<OneWindow> mine, Optional<Problem> problem) {}

    /**
     * Begins to ask; where another process has the window, that one is given {@code arguments}.
     *
     * @param background whether this window is to stay out of sight: without arguments it then calls none to the front
     */
    public WindowClaim(Path home, List<String> arguments, boolean background) {
        asked = CompletableFuture.supplyAsync(
                () -> ask(home, arguments, background),
                task -> Thread.ofPlatform().name("window-claim").daemon().start(task));
    }

    private static Answer ask(Path home, List<String> arguments, boolean background) {
        try {
            return new Answer(OneWindow.claim(home, arguments, background), Optional.empty());
        } catch (ProblemException e) {
            return new Answer(Optional.empty(), Optional.of(e.problem()));
        }
    }

    /** Whether another process has the window. A data folder that cannot be used is nobody's: the window says so. */
    public boolean isElsewhere() {
        Answer answer = asked.join();
        return answer.mine().isEmpty()
                && answer.problem()
                        .map(problem -> problem instanceof Problem.AlreadyOpen)
                        .orElse(true);
    }

    /** That another process has the window and does not answer. */
    public Optional<Problem> silent() {
        return asked.join().problem().filter(problem -> problem instanceof Problem.AlreadyOpen);
    }

    /** Calls back, on a thread of its own, for each later start: with what it was started with, which may be nothing. */
    public void onArrival(Consumer<List<String>> listener) {
        asked.join().mine().ifPresent(one -> one.onArrival(listener));
    }

    /** The window is gone, its work is not at its end yet: who starts from now on waits for that and has the next window. */
    public void leave() {
        asked.join().mine().ifPresent(OneWindow::leave);
    }

    @Override
    public void close() {
        asked.join().mine().ifPresent(OneWindow::close);
    }
}
