// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.problem.ProblemException;

class TrialLinkTest {
    @Test
    void readsALinkWithItsSignIn() throws Exception {
        TrialLink link = TrialLink.of("trialcourier://join?api=https%3A%2F%2Flab.example%2Fapi%2Fv1&trial=LUMEN-301"
                + "&issuer=https%3A%2F%2Fid.example%2F&client=courier&scope=openid%20offline_access&later=1");
        assertThat(link.api()).isEqualTo(URI.create("https://lab.example/api/v1/"));
        assertThat(link.trial()).isEqualTo("LUMEN-301");
        assertThat(link.signIn())
                .isEqualTo(new DestinationSpec.SignIn(
                        DestinationSpec.Kind.DEVICE_CODE,
                        URI.create("https://id.example/"),
                        "courier",
                        "openid offline_access"));
    }

    @Test
    void readsTheAddressOfATrial() throws Exception {
        assertThat(TrialLink.of(" https://lab.example:8443/api/v1/trials/LUMEN-301/ "))
                .isEqualTo(new TrialLink(
                        URI.create("https://lab.example:8443/api/v1/"), "LUMEN-301", DestinationSpec.SignIn.NONE));
        assertThat(TrialLink.of("http://127.0.0.1:8080/api/v1/trials/A").api())
                .isEqualTo(URI.create("http://127.0.0.1:8080/api/v1/"));
    }

    /** What a receiver prints is what joining takes. */
    @Test
    void whatItWritesItReads() throws Exception {
        TrialLink link =
                new TrialLink(URI.create("http://127.0.0.1:8080/api/v1/"), "LUMEN-301", DestinationSpec.SignIn.NONE);
        assertThat(TrialLink.of(link.address().toString())).isEqualTo(link);
        assertThat(TrialLink.of(link.link().toString())).isEqualTo(link);
    }

    @Test
    void namesAllMistakesAtOnce() {
        assertThat(mistakes("trialcourier://join?api=http://lab.example/&trial=../x&issuer=ftp://a/&trial=b"))
                .extracting(Mistake::path)
                .containsExactly("trial", "api", "issuer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trialcourier:",
                "trialcourier://join",
                "trialcourier://join?api=https://lab.example/",
                "trialcourier://join?api=%zz&trial=A",
                "trialcourier://join?api=https://user:secret@lab.example/&trial=A",
                "trialcourier://join?api=file:///etc/passwd&trial=A",
                "https://lab.example/",
                "https://lab.example/api/trials/",
                "https:trials/A",
                "http://127.0.0.1.evil.example/trials/A",
                "https://lab.example/trials/a b"
            })
    void refusesWhatIsNoSafeLink(String link) {
        assertThat(mistakes(link)).isNotEmpty();
    }

    @Test
    void aWindowsPathIsAFile() {
        assertThat(TrialLink.looksLikeOne("C:\\trial.json")).isFalse();
        assertThat(TrialLink.looksLikeOne("trialcourier://join?trial=A")).isTrue();
    }

    private static List<Mistake> mistakes(String link) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> TrialLink.of(link));
        assertThat(problem).as(link).isNotNull();
        return ((Problem.BadFile) problem.problem()).mistakes();
    }
}
