// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.QueryAnswer;
import org.trialcourier.work.Progress;

/**
 * A way to one destination. This comment is the contract that every transport keeps; one test suite checks it against
 * each of them.
 *
 * <ul>
 *   <li><b>Order.</b> {@code announce}, then {@code send} for each part in any order, then {@code finish} until the
 *       verdict is final. All of it may be begun again from {@code announce} at any time, in another process too: what
 *       the receiver has is not sent again, and what it received is never received twice.
 *   <li><b>Honesty.</b> {@code send} returns only when the receiver confirmed every byte of the part; {@code finish}
 *       gives {@link Verdict.Received} only for a receipt whose signature holds and whose counts and manifest hash are
 *       those of the announcement.
 *   <li><b>Trouble.</b> Short trouble (a cut connection, a lock, a busy server) is retried inside, a few times, counted
 *       from zero after each confirmed byte. What lasts longer is a {@link ProblemException}: with
 *       {@code Remedy.WAIT} ({@code Offline}, {@code Busy}) the caller comes back later, with any other remedy a person
 *       must act. Nothing sent is lost by coming back.
 *   <li><b>Memory.</b> A transport keeps in {@link UploadMemory} what it needs to resume, before it relies on it, and
 *       forgets an upload only when the receiver says that it is gone.
 *   <li><b>Stopping.</b> Every method stops soon after its thread is interrupted or {@link Progress#cancel} was called,
 *       with an {@link InterruptedException}; that is also how to pause.
 *   <li><b>Threads.</b> {@code send} may run in several threads at once for different parts of one or several
 *       submissions. The other methods may run beside it for other submissions, and for one submission only before or
 *       after its sends.
 *   <li><b>Progress.</b> {@code send} adds bytes as they leave and takes back those that did not arrive; when it
 *       returns, it has added exactly the part's size, whatever was there before; when it throws, it has added what the
 *       receiver is known to keep of it, or nothing where that is not known.
 * </ul>
 */
public interface Transport extends AutoCloseable {
    /** Tells the receiver what will come. Saying the same again changes nothing. */
    void announce(Announcement announcement) throws ProblemException, InterruptedException;

    /** Sends a part, or the rest of it; returns when the receiver has all of it. */
    void send(Announcement announcement, SealedPart part, UploadMemory memory, Progress progress)
            throws ProblemException, InterruptedException;

    /** Hands the submission over, or asks about one that was handed over. */
    Verdict finish(Announcement announcement) throws ProblemException, InterruptedException;

    /**
     * Answers what the receiver asks about a submission that was handed over.
     *
     * @return what it says then
     * @throws ProblemException {@code Refused} by a receiver that has no place for answers
     */
    default Verdict answer(Announcement announcement, QueryAnswer answer)
            throws ProblemException, InterruptedException {
        throw new ProblemException(new Problem.Refused(announcement.trial(), 0, "why.takes-no-answers"));
    }

    /** Cancels: removes unfinished uploads at the receiver as far as it allows. A received submission stays. */
    void discard(Announcement announcement, UploadMemory memory) throws ProblemException, InterruptedException;

    /** Frees connections. */
    @Override
    void close();
}
