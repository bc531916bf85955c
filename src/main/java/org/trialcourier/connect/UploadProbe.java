// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.trialcourier.connect.Examination.Check;
import org.trialcourier.connect.Examination.Outcome;
import org.trialcourier.connect.Examination.Subject;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * Small uploads of zeros to a tus endpoint, made to see what the way lets through: PATCH, a cut in the middle and its
 * resumption, larger requests. Each upload is removed again where the receiver allows it.
 */
final class UploadProbe {
    /** A receiver may still be storing what the cut request brought: 409 and 423 mean that its offset is asked again. */
    private static final int TRIES = 10;

    private static final int SMALL = 512 << 10;
    private static final long[] SIZES = {1L << 20, 4L << 20, 8L << 20, (8L << 20) + 1, 16L << 20};
    private static final long ENOUGH_NANOS = 10_000_000_000L;

    private final Caller caller;
    private final URI endpoint;
    private String method = "PATCH";

    UploadProbe(Caller caller, URI endpoint) {
        this.caller = caller;
        this.endpoint = endpoint;
    }

    /** Makes its checks; says whether uploads could be created. */
    boolean run(List<Check> checks) throws InterruptedException {
        try {
            Answer created = create(SMALL);
            if (created.status() != 201 || created.location().isEmpty()) {
                boolean byAnother = created.status() != 201 && new Problem.Busy("", created.status()).isByAnother();
                checks.add(new Check(
                        Subject.UPLOAD,
                        Outcome.BAD,
                        byAnother
                                ? Phrase.of("doctor.upload.by-another", number(created.status()))
                                : Phrase.of("doctor.upload.refused", number(created.status()))));
                return false;
            }
            URI upload = created.location().orElseThrow();
            checks.add(new Check(Subject.SIGN_IN, Outcome.GOOD, Phrase.of("doctor.sign-in.good")));
            resume(upload, checks);
            limit(checks);
            return true;
        } catch (ProblemException e) {
            checks.add(
                    e.problem() instanceof Problem.SignInNeeded
                            ? new Check(Subject.SIGN_IN, Outcome.BAD, Phrase.of("doctor.sign-in.needed"))
                            : new Check(Subject.SIGN_IN, Outcome.BAD, Phrase.of("doctor.sign-in.failed")));
        } catch (IOException e) {
            checks.add(new Check(Subject.UPLOAD, Outcome.BAD, Phrase.of("doctor.upload.broke")));
        }
        return false;
    }

    private void resume(URI upload, List<Check> checks) throws IOException, ProblemException, InterruptedException {
        try {
            patch(upload, 0, new Zeros(SMALL, SMALL / 2));
        } catch (IOException cutOnPurpose) {
            checks.add(new Check(Subject.CUT, Outcome.GOOD, Phrase.of("doctor.cut.done")));
        }
        long offset = offset(upload);
        Answer answer = patch(upload, offset, new Zeros(SMALL - offset, Long.MAX_VALUE));
        for (int again = 0; again < TRIES && (answer.status() == 409 || answer.status() == 423); again++) {
            offset = offset(upload);
            answer = patch(upload, offset, new Zeros(SMALL - offset, Long.MAX_VALUE));
        }
        if (answer.status() == 405 || answer.status() == 501 || answer.status() == 403) {
            method = "POST";
            answer = patch(upload, offset, new Zeros(SMALL - offset, Long.MAX_VALUE));
            checks.add(
                    answer.isSuccess()
                            ? new Check(Subject.METHOD, Outcome.NOTE, Phrase.of("doctor.method.post"))
                            : new Check(Subject.METHOD, Outcome.BAD, Phrase.of("doctor.method.neither")));
        } else {
            checks.add(
                    answer.isSuccess()
                            ? new Check(Subject.METHOD, Outcome.GOOD, Phrase.of("doctor.method.good"))
                            : new Check(
                                    Subject.METHOD, Outcome.BAD, Phrase.of("doctor.status", number(answer.status()))));
        }
        boolean whole = offset(upload) == SMALL;
        checks.add(new Check(
                Subject.RESUMPTION,
                whole ? Outcome.GOOD : Outcome.BAD,
                whole
                        ? Phrase.of("doctor.resumption.good", offset / 1024, SMALL / 2048)
                        : Phrase.of("doctor.resumption.bad", offset / 1024, SMALL / 2048)));
        terminate(upload);
    }

    private void limit(List<Check> checks) throws ProblemException, InterruptedException {
        long passed = 0;
        long started = System.nanoTime();
        for (long size : SIZES) {
            if (System.nanoTime() - started > ENOUGH_NANOS) {
                break;
            }
            int status = 0;
            try {
                Answer created = create(size);
                status = created.status();
                if (status == 201 && created.location().isPresent()) {
                    URI upload = created.location().get();
                    status = patch(upload, 0, new Zeros(size, Long.MAX_VALUE)).status();
                    terminate(upload);
                }
            } catch (IOException broken) {
                status = 0;
            }
            if (status / 100 != 2) {
                checks.add(new Check(
                        Subject.SIZE,
                        Outcome.NOTE,
                        status == 0
                                ? Phrase.of("doctor.size.breaks", number(passed), number(size))
                                : Phrase.of("doctor.size.limit", number(passed), number(size), number(status))));
                return;
            }
            passed = size;
        }
        long millis = Math.max(1, (System.nanoTime() - started) / 1_000_000);
        checks.add(new Check(
                Subject.SIZE, Outcome.GOOD, Phrase.of("doctor.size.good", number(passed >> 20), number(millis))));
    }

    /** Digits as computers write them, in every language. */
    private static String number(long value) {
        return Long.toString(value);
    }

    private Answer create(long size) throws IOException, ProblemException, InterruptedException {
        String name = Base64.getEncoder().encodeToString("connection-test".getBytes(StandardCharsets.US_ASCII));
        return caller.send(tus("POST", endpoint)
                .with("Upload-Length", Long.toString(size))
                .with("Upload-Metadata", "filename " + name));
    }

    private long offset(URI upload) throws IOException, ProblemException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            Optional<Long> offset = caller.send(tus("HEAD", upload)).number("Upload-Offset");
            if (offset.isPresent()) {
                return offset.get();
            }
            Thread.sleep(500);
        }
        throw new IOException("the receiver does not state an offset");
    }

    private Answer patch(URI upload, long offset, Zeros body)
            throws IOException, ProblemException, InterruptedException {
        Call call =
                tus(method, upload).with("Upload-Offset", Long.toString(offset)).with(body);
        return caller.send(method.equals("POST") ? call.with("X-HTTP-Method-Override", "PATCH") : call);
    }

    private void terminate(URI upload) throws IOException, ProblemException, InterruptedException {
        caller.send(tus("DELETE", upload));
    }

    private static Call tus(String method, URI url) {
        return Call.of(method, url).with("Tus-Resumable", "1.0.0");
    }

    /** A body of zeros that breaks off after some bytes. */
    private static final class Zeros extends MeasuredBody {
        private static final byte[] PIECE = new byte[16 << 10];

        private final long length;
        private final long breakAfter;

        Zeros(long length, long breakAfter) {
            super("application/offset+octet-stream", length);
            this.length = length;
            this.breakAfter = breakAfter;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            for (long sent = 0; sent < length; ) {
                if (sent >= breakAfter) {
                    out.flush();
                    throw new IOException("cut on purpose");
                }
                int piece = (int) Math.min(PIECE.length, length - sent);
                out.write(PIECE, 0, piece);
                sent += piece;
            }
        }
    }
}
