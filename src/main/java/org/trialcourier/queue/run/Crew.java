// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.StoreTrouble;
import org.trialcourier.work.Fault;
import org.trialcourier.work.Progress;

/**
 * Has pieces of work done by other threads, a few at a time, while the calling thread looks now and then whether they
 * should go on. When it returns or throws, none of them is running any more.
 */
final class Crew {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

    private final Executor workers;
    private final Duration look;

    Crew(Executor workers, Duration look) {
        this.workers = workers;
        this.look = look;
    }

    /** What one piece does. */
    @FunctionalInterface
    interface Task {
        void run(Progress progress) throws ProblemException, InterruptedException;
    }

    /** Looked at again and again while the work goes on. */
    @FunctionalInterface
    interface Look {
        boolean shouldGoOn() throws ProblemException, InterruptedException;
    }

    /** A piece of work with its own progress, which can also stop it. */
    record Piece(Task task, Progress progress) {}

    /**
     * Works through the pieces. The first trouble of a piece stops the others and is thrown.
     *
     * @return whether all is done; false where the look said to stop
     */
    boolean work(List<Piece> pieces, int atOnce, Look looking) throws ProblemException, InterruptedException {
        Shift shift = new Shift(pieces);
        try {
            while (shift.isGoing()) {
                shift.fill(atOnce);
                shift.awaitOne();
                if (shift.isGoing() && !looking.shouldGoOn()) {
                    return false;
                }
            }
            looking.shouldGoOn();
            return true;
        } finally {
            shift.stop();
        }
    }

    /** The pieces of one call, under way and to come. */
    private final class Shift {
        private final Deque<Piece> toDo;
        private final List<Worker> underWay = new ArrayList<>();
        private final BlockingQueue<Worker> ended = new LinkedBlockingQueue<>();

        Shift(List<Piece> pieces) {
            toDo = new ArrayDeque<>(pieces);
        }

        boolean isGoing() {
            return !toDo.isEmpty() || !underWay.isEmpty();
        }

        void fill(int atOnce) {
            while (underWay.size() < atOnce && !toDo.isEmpty()) {
                Worker worker = new Worker(toDo.remove(), ended);
                underWay.add(worker);
                try {
                    workers.execute(worker);
                } catch (RejectedExecutionException e) {
                    underWay.remove(worker);
                    throw e;
                }
            }
        }

        void awaitOne() throws ProblemException, InterruptedException {
            Worker one = ended.poll(look.toMillis(), TimeUnit.MILLISECONDS);
            if (one != null) {
                underWay.remove(one);
                one.report();
            }
        }

        void stop() {
            boolean interrupted = false;
            underWay.forEach(Worker::stop);
            while (!underWay.isEmpty()) {
                try {
                    underWay.remove(ended.take());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One piece in a thread of its own. */
    private static final class Worker implements Runnable {
        private final Piece piece;
        private final BlockingQueue<Worker> ended;
        private @Nullable Throwable failure;
        private @Nullable Thread thread;
        private boolean stopped;

        Worker(Piece piece, BlockingQueue<Worker> ended) {
            this.piece = piece;
            this.ended = ended;
        }

        @Override
        public void run() {
            try {
                if (begin()) {
                    piece.task().run(piece.progress());
                }
            } catch (Throwable e) {
                failure = e;
            } finally {
                end();
                ended.add(this);
            }
        }

        synchronized void stop() {
            stopped = true;
            piece.progress().cancel();
            if (thread != null) {
                thread.interrupt();
            }
        }

        /** Throws what the piece failed with. */
        void report() throws ProblemException, InterruptedException {
            switch (failure) {
                case null -> {}
                case ProblemException e -> throw e;
                case InterruptedException e -> throw e;
                case StoreTrouble e -> throw e.trouble();
                case Throwable e -> throw new ProblemException(unexpected(e));
            }
        }

        private synchronized boolean begin() {
            thread = Thread.currentThread();
            return !stopped;
        }

        private synchronized void end() {
            thread = null;
            // A late interrupt must not reach whatever this thread does next.
            if (Thread.interrupted()) {
                LOG.debug("stopped");
            }
        }
    }

    /** A fault of the program, logged without any message of an exception. */
    static Problem unexpected(Throwable thrown) {
        Fault fault = Fault.of(thrown);
        LOG.error("fault {}\n{}", fault.code(), fault.trace());
        return new Problem.Unexpected(fault.code());
    }
}
