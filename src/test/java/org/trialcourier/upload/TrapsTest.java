// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.faults.ScriptedServer;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Sha256;

/**
 * The twelve traps that bit other tus clients, and the test that keeps us out of each:
 *
 * <ol>
 *   <li>HEAD says 423 and the client starts over: {@link TusAnswersTest#keepsTheAddressWhateverHeadAnswers}
 *   <li>409, 423, 429, 500 and the like: ask, then go on: {@link TusAnswersTest#asksTheOffsetAndGoesOn}; never while a
 *       PATCH is under way: here
 *   <li>an answer that arrives as a reset connection: {@link FaultsTest#survivesTroubleAtAnyMoment}
 *   <li>success is the offset that is expected: {@link TusAnswersTest#believesNothingButTheOffsetItExpects}
 *   <li>announced checksums that nobody looks at: {@link TusAnswersTest#doesNotTrustAnnouncedChecksumsThatAreNotLookedAt}
 *   <li>a full offset proves nothing: {@link TransportContract}, {@code queue.VerdictsTest}
 *   <li>a connection that hangs: {@link FaultsTest#waitsForNothingLongerThanTheStallLimit}, {@link
 *       FaultsTest#aSlowLineIsNotAStall}
 *   <li>413 without a limit: {@link TusAnswersTest#halvesTheRequestUntilTheServerTakesIt}
 *   <li>HTTP/2 is slower: here
 *   <li>PATCH in disguise, in pieces of unknown length: here, and as the last resort {@link
 *       TusAnswersTest#disguisesPatchWhereItIsNotLetThrough}
 *   <li>stale keys for resuming: here
 *   <li>locks that stay behind, and PATCH that is not let through: {@link TusAnswersTest#asksTheOffsetAndGoesOn}, {@link
 *       TusAnswersTest#disguisesPatchWhereItIsNotLetThrough}
 * </ol>
 */
class TrapsTest extends ScriptedSending {
    @Test
    void asksNothingWhileAPatchIsUnderWay() throws Exception {
        server.answerThough("PATCH", 500).answer("PATCH", 423);
        send(server, part, new Throttle(1_000_000));
        assertThat(server.overlapped()).isFalse();
        assertThat(server.log()).anyMatch(line -> line.startsWith("HEAD"));
    }

    @Test
    void speaksHttp1AndOffersNothingElse() throws Exception {
        send(server, part, new Throttle(0));
        assertThat(server.heads()).isNotEmpty().allSatisfy(head -> assertThat(head)
                .contains(" HTTP/1.1 ")
                .doesNotContainIgnoringCase("upgrade")
                .doesNotContainIgnoringCase("http2-settings"));
    }

    @Test
    void patchIsPatchAndSaysHowLongItIs() throws Exception {
        send(server, part, new Throttle(0));
        assertThat(server.heads().stream().filter(head -> head.startsWith("PATCH")))
                .isNotEmpty()
                .allSatisfy(head -> assertThat(head)
                        .containsIgnoringCase("Content-length=")
                        .doesNotContainIgnoringCase("Transfer-encoding")
                        .doesNotContainIgnoringCase("X-http-method-override"));
    }

    @Test
    void anUploadIsResumedOnlyForTheSameContentAtTheSameAddress() throws Exception {
        send(server, part, new Throttle(0));
        send(server, part, new Throttle(0));
        assertThat(server.count()).as("the same again").isEqualTo(1);

        SealedPart changed = changed();
        send(server, changed, new Throttle(0));
        assertThat(server.count())
                .as("another content under the same name and size")
                .isEqualTo(2);

        try (ScriptedServer elsewhere = new ScriptedServer()) {
            send(elsewhere, part, new Throttle(0));
            assertThat(elsewhere.count()).isEqualTo(1);
            assertThat(Sha256.hex(elsewhere.bytes(part.info().size())))
                    .isEqualTo(part.info().sha256());
        }
        assertThat(server.count()).isEqualTo(2);
    }

    /** One bit of the part is another; name, number and size are the same. */
    private SealedPart changed() throws Exception {
        byte[] bytes = Files.readAllBytes(part.file());
        bytes[bytes.length / 2] ^= 1;
        PartInfo was = part.info();
        return new SealedPart(
                new PartInfo(was.number(), was.fileName(), was.size(), Sha256.hex(bytes)),
                Files.write(folder.resolve("changed.zip"), bytes));
    }

    private void send(ScriptedServer to, SealedPart what, Throttle throttle) throws Exception {
        Destination destination = new Destination(Destination.Type.TUS, to.url(), null);
        try (Transport transport = new Transports(access, throttle, Sending.SHORT)
                .open(destination, TokenSource.none(), (api, key) -> true)) {
            transport.send(submission.announcement(), what, memory, progress);
        }
    }
}
