// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFetch;
import org.trialcourier.trial.TrialLink;
import org.trialcourier.work.Progress;

/** Joining a trial at a server that wants to know who asks. */
class JoinSignInTest {
    @TempDir
    private Path folder;

    private GuardedReceiver receiver;
    private App app;

    @BeforeEach
    void start() throws Exception {
        receiver = new GuardedReceiver(folder);
        app = App.open(new AppOptions(folder.resolve("home"), Clock.systemUTC(), Locale.ENGLISH, Map.of(), false));
    }

    @AfterEach
    void stop() {
        app.close();
        receiver.close();
    }

    @Test
    void aLinkThatNamesTheSignInLeadsThroughItOnceForJoiningAndSending() throws Exception {
        TrialLink link = TrialLink.of(receiver.link());
        assertThat(problem(() -> app.joining().add(link))).isInstanceOf(Problem.SignInNeeded.class);
        receiver.issuer().pending(1);
        JoinSignIn begun = app.joining().signIn(link);
        assertThat(begun.code()).isEqualTo("WDJB-MJHT");
        assertThat(begun.address()).isEqualTo(receiver.issuer().url().resolve("/device"));
        assertThat(app.trials().all()).isEmpty();

        Trial trial = begun.join(new Progress());
        assertThat(trial.id()).isEqualTo(GuardedReceiver.TRIAL);
        assertThat(app.trials().all()).extracting(Trial::id).containsExactly(trial.id());
        assertThat(app.signIns().standing(trial)).isEqualTo(SignIns.Standing.SIGNED_IN);
        assertThat(app.joining().refresh(trial)).isInstanceOf(TrialFetch.Result.Unchanged.class);
        assertThat(app.secrets().get("oauth.joining.127.0.0.1")).isEmpty();
        assertThat(receiver.issuer().requests()).anyMatch(request -> request.contains("client_id=courier"));
    }

    @Test
    void theServerItselfMaySayHowToSignIn() throws Exception {
        receiver.saysHow();
        Trial trial = join(receiver.address());
        assertThat(app.signIns().standing(trial)).isEqualTo(SignIns.Standing.SIGNED_IN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{\"resource\":\"https://elsewhere.test/api/v1\",\"authorization_servers\":[\"https://id.test\"]}",
                "{\"resource\":\"HERE\"}",
                "{\"resource\":\"HERE\",\"authorization_servers\":[\"not an address\"]}",
                "{\"resource\":\"HERE\",\"authorization_servers\":[\"http://id.test\"]}",
            })
    void aServerThatSaysNothingUsefulIsNamed(String words) throws Exception {
        String here = receiver.address().replaceAll("/trials/.*", "");
        receiver.gate().says(words.replace("HERE", here));
        assertThat(problem(() -> app.joining().signIn(TrialLink.of(receiver.address()))))
                .isEqualTo(new Problem.NoWayToSignIn("127.0.0.1"));
    }

    @Test
    void whoRefusesToSignInHasJoinedNothing() throws Exception {
        receiver.issuer().refuses();
        assertThat(problem(() -> join(receiver.link()))).isEqualTo(new Problem.SignInUnfinished("127.0.0.1"));
        assertThat(app.trials().all()).isEmpty();
    }

    @Test
    void whoSignsInAndIsStillNotLetInIsToldSo() throws Exception {
        receiver.gate().admitsNobody();
        assertThat(problem(() -> join(receiver.link()))).isEqualTo(new Problem.NotAdmitted("127.0.0.1", 401));
        assertThat(app.trials().all()).isEmpty();
    }

    @Test
    void whereTheTrialTurnsOutBadNothingOfTheSignInStays() throws Exception {
        Path offered = folder.resolve("offered.json");
        Files.writeString(offered, Files.readString(offered).replaceFirst("\"timeZone\" ?: ?\"", "$0Mars/"));
        assertThat(problem(() -> join(receiver.link()))).isInstanceOf(Problem.BadFile.class);
        assertThat(app.trials().all()).isEmpty();
        assertThat(app.secrets().get("oauth.joining.127.0.0.1")).isEmpty();
        try (Stream<Path> kept = Files.list(app.folder().keys())) {
            assertThat(kept).noneMatch(file -> file.getFileName().toString().startsWith("oauth"));
        }
    }

    private Trial join(String address) throws Exception {
        return app.joining().signIn(TrialLink.of(address)).join(new Progress());
    }

    private static Problem problem(ThrowingCallable act) {
        return catchThrowableOfType(ProblemException.class, act).problem();
    }
}
