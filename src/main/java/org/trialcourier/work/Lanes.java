// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work on a row of items in several threads, with the results taken in the row's order by the calling thread: the way to
 * use every core and still write the same bytes each time. At most a few items are under way, so memory stays bounded.
 */
public final class Lanes implements AutoCloseable {
    private final ExecutorService threads;
    private final int ahead;

    /** So many threads. */
    public Lanes(int threadCount) {
        threads = Executors.newFixedThreadPool(
                threadCount, Thread.ofPlatform().daemon().name("lane-", 0).factory());
        ahead = threadCount * 2;
    }

    /** As many threads as this computer has cores. */
    public static Lanes forThisComputer() {
        return new Lanes(Math.max(1, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * What is done with one item, in any thread.
     *
     * @param <A> the item
     * @param <B> the result
     */
    @FunctionalInterface
    public interface Step<A, B> {
        /** Does it. */
        B apply(A item) throws Exception;
    }

    /**
     * What is done with each result, in the calling thread, in order.
     *
     * @param <B> the result
     */
    @FunctionalInterface
    public interface Sink<B> {
        /** Takes it. */
        void accept(B result) throws Exception;
    }

    /**
     * Works through a row. The first exception of a step or of the sink ends it and is thrown as it is, after the steps
     * under way have stopped.
     */
    public <A, B> void inOrder(Iterator<? extends A> items, Step<? super A, ? extends B> step, Sink<? super B> sink)
            throws Exception {
        Deque<Future<B>> underWay = new ArrayDeque<>();
        try {
            while (items.hasNext() || !underWay.isEmpty()) {
                while (items.hasNext() && underWay.size() < ahead) {
                    A item = items.next();
                    Callable<B> call = () -> step.apply(item);
                    underWay.add(threads.submit(call));
                }
                sink.accept(underWay.remove().get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } finally {
            underWay.forEach(future -> future.cancel(true));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
