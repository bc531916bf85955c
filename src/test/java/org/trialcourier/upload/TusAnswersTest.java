// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;

/** The table of answers of DESIGN section 6; with {@link TrapsTest} it keeps the traps that bit other clients. */
class TusAnswersTest extends ScriptedSending {
    @ParameterizedTest
    @ValueSource(ints = {400, 408, 409, 423, 429, 460, 500, 502, 503, 504})
    void asksTheOffsetAndGoesOn(int status) throws Exception {
        server.answer("PATCH", status).answer("PATCH", status);
        send();
        assertArrived();
        assertThat(server.log().subList(1, 4)).element(0).asString().startsWith("PATCH");
        assertThat(server.log().get(2)).startsWith("HEAD");
        assertThat(server.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 409, 423, 429, 500, 503})
    void keepsTheAddressWhateverHeadAnswers(int status) throws Exception {
        remembered();
        server.answer("HEAD", status).answer("HEAD", status).answer("HEAD", status);
        send();
        assertArrived();
        assertThat(server.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void startsThePartAgainWhenTheUploadIsGone(int status) throws Exception {
        remembered();
        server.answer("HEAD", status);
        send();
        assertArrived();
        assertThat(server.log().stream().filter(line -> line.startsWith("POST")))
                .hasSize(2);
    }

    @Test
    void forgetsAForbiddenUploadOnlyAfterTheTokenWasRenewed() throws Exception {
        remembered();
        RenewedTokens tokens = new RenewedTokens();
        server.answer("HEAD", 403);
        sendWith(tokens);
        assertThat(tokens.renewals()).isEqualTo(1);
        assertThat(server.count()).isEqualTo(1);
        assertArrived();
    }

    @Test
    void believesNothingButTheOffsetItExpects() throws Exception {
        server.answerThough("PATCH", 204).answerThough("PATCH", 200);
        send();
        assertArrived();
        assertThat(server.log().stream().filter(line -> line.startsWith("HEAD")))
                .hasSize(2);
    }

    @Test
    void countsNothingThatOnlySomethingOnTheWaySaysItTook() throws Exception {
        for (int i = 0; i < 8; i++) {
            server.answer("PATCH", 200);
        }
        Problem problem = new Problem.Busy("127.0.0.1", 200, 0);
        assertProblem(problem);
        assertThat(progress.snapshot().bytes()).isZero();
        assertThat(Words.english().of(problem).happened()).contains("answers in its place (answer 200)");
        assertThat(Words.english().of(new Problem.Busy("127.0.0.1", 503)).happened())
                .contains("is busy");
        send();
        assertArrived();
    }

    @Test
    void whatIsShownGoesBackBeforeTheServerIsAskedAgain() throws Exception {
        server.answer("PATCH", 200);
        List<Long> shown = new CopyOnWriteArrayList<>();
        sendWith(new TokenSource() {
            @Override
            public Optional<String> token() {
                shown.add(progress.snapshot().bytes());
                return Optional.empty();
            }

            @Override
            public void refused(String token) {
                throw new IllegalStateException(token);
            }
        });
        assertArrived();
        List<String> methods =
                server.log().stream().map(line -> line.split(" ", 2)[0]).toList();
        int before = shown.size() - methods.size();
        assertThat(shown).element(before + methods.indexOf("HEAD")).isEqualTo(0L);
    }

    @Test
    void halvesTheRequestUntilTheServerTakesIt() throws Exception {
        server.limit(40_000);
        send();
        assertArrived();
        assertThat(memory.ofServer(server.url().toString()).recall("limit")).contains("32768");
        int before = server.log().size();
        MapMemory next = memory.another();
        SealedPart other = submission.parts().get(1);
        transport(TokenSource.none()).send(submission.announcement(), other, next, progress);
        assertThat(server.log().subList(before, server.log().size()))
                .noneMatch(line -> line.endsWith(" " + (64 << 10)));
    }

    @Test
    void notesUntilWhenAnUnfinishedUploadIsKeptAndDecidesNothingByIt() throws Exception {
        server.expires("Wed, 25 Jun 2014 16:00:00 GMT");
        for (int i = 0; i < 8; i++) {
            server.answer("PATCH", 503);
        }
        assertProblem(new Problem.Busy("127.0.0.1", 503, 0));
        String key = UploadMemory.KEPT_UNTIL + TusUpload.key(server.url(), submission.announcement(), part.info());
        assertThat(memory.recall(key)).contains("2014-06-25T16:00:00Z");

        server.expires("some day");
        send();
        assertArrived();
        assertThat(server.count())
                .as("long over by the clock of this computer, and still gone on with")
                .isEqualTo(1);
        assertThat(memory.recall(key))
                .as("whole: nothing left that could be thrown away")
                .isEmpty();
    }

    @Test
    void refusesWhenEvenTheSmallestRequestIsTooLarge() {
        server.limit(10);
        assertProblem(new Problem.Refused("127.0.0.1", 413, "why.request-too-large 16384"));
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 501})
    void disguisesPatchWhereItIsNotLetThrough(int status) throws Exception {
        server.withoutPatch(status);
        send();
        assertArrived();
        assertThat(server.log().stream().filter(line -> line.startsWith("PATCH")))
                .hasSize(1);
    }

    @Test
    void patchIsDisguisedWhereAProxyForbidsItAndTheUploadIsKept() throws Exception {
        server.withoutPatch(403);
        RenewedTokens tokens = new RenewedTokens();
        sendWith(tokens);
        assertThat(tokens.renewals()).isEqualTo(1);
        assertThat(server.count())
                .as("one upload, however often it is forbidden")
                .isEqualTo(1);
        assertArrived();
    }

    @Test
    void saysThatASignInIsNeeded() {
        server.want("secret");
        assertProblem(new Problem.SignInNeeded("127.0.0.1"));
    }

    @Test
    void renewsATokenThatExpiredInTheMiddle() throws Exception {
        server.want("first");
        AtomicInteger current = new AtomicInteger();
        TokenSource tokens = new TokenSource() {
            @Override
            public Optional<String> token() {
                return Optional.of(current.get() == 0 ? "first" : "second");
            }

            @Override
            public void refused(String token) {
                current.incrementAndGet();
            }
        };
        Transport transport = transport(tokens);
        transport.send(submission.announcement(), submission.parts().get(1), memory, progress);
        server.want("second");
        transport.send(submission.announcement(), part, memory, progress);
        assertArrived();
        assertThat(current).hasValue(1);
    }

    @Test
    void renewsATokenThatExpiredBetweenTwoRequestsOfOneUpload() throws Exception {
        RenewedTokens tokens = new RenewedTokens();
        server.answerThough("PATCH", 204).answer("PATCH", 401);
        sendWith(tokens);
        assertThat(tokens.renewals()).isEqualTo(1);
        assertThat(server.count()).isEqualTo(1);
        assertArrived();
    }

    @Test
    void handsALongRetryAfterToTheCaller() {
        server.answer("POST", 503, "Retry-After", "120");
        assertProblem(new Problem.Busy("127.0.0.1", 503, 120));
    }

    @Test
    void givesUpForNowAfterAFewFailuresInARow() {
        for (int i = 0; i < 50; i++) {
            server.answer("PATCH", 503);
        }
        assertProblem(new Problem.Busy("127.0.0.1", 503, 0));
        assertThat(memory.values()).hasSize(1);
        assertThat(progress.snapshot().bytes()).isZero();
    }

    @Test
    void tellsWhatTheServerKeepsWhenItGivesUp() {
        for (int i = 0; i < 3; i++) {
            server.answer("PATCH", 413);
        }
        server.answerThough("PATCH", 204);
        for (int i = 0; i < 50; i++) {
            server.answer("PATCH", 503);
        }
        assertProblem(new Problem.Busy("127.0.0.1", 503, 0));
        assertThat(progress.snapshot().bytes())
                .isPositive()
                .isLessThan(part.info().size());
    }

    @Test
    void countsFailuresFromZeroAfterEachConfirmedByte() throws Exception {
        for (int i = 0; i < 4; i++) {
            server.answer("PATCH", 500);
            server.answer("PATCH", 500);
            server.answer("PATCH", 500);
            server.answer("PATCH", 500);
            server.answer("PATCH", 500);
            server.answerThough("PATCH", 500);
        }
        send();
        assertArrived();
    }

    @Test
    void saysThatNobodyAnswers() {
        server.close();
        assertThatThrownBy(this::send).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                .isInstanceOf(Problem.Offline.class));
    }

    @Test
    void terminatesUploadsOfADiscardedSubmission() throws Exception {
        Transport transport = transport(TokenSource.none());
        transport.send(submission.announcement(), part, memory, progress);
        transport.discard(submission.announcement(), memory);
        assertThat(server.count()).isZero();
        assertThat(memory.values()).isEqualTo(Map.of());
    }

    @Test
    void aSmallPartTravelsWithItsCreationWhereThatIsOffered() throws Exception {
        server.offer(Map.of("Tus-Extension", "creation,creation-with-upload"));
        part = submission.parts().get(1);
        assertThat(part.info().size()).isLessThan(Sending.SHORT.firstChunk());
        send();
        assertArrived();
        assertThat(server.log())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("POST")
                .endsWith(" " + part.info().size());
        assertThat(server.log().getLast()).as("what is there is asked").startsWith("HEAD");
    }

    @Test
    void doesNotTrustAnnouncedChecksumsThatAreNotLookedAt() throws Exception {
        server.offer(Map.of("Tus-Extension", "creation,checksum,termination", "Tus-Checksum-Algorithm", "sha1,sha256"));
        send();
        assertArrived();
        assertThat(server.log()).startsWith("POST /files", "PATCH /files/1-1 1", "DELETE /files/1-1");
        assertThat(server.count()).isEqualTo(1);
    }
}
