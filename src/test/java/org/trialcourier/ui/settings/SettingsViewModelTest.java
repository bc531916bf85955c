// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialcourier.app.LoginStart;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Settings;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.work.DirectRunner;

class SettingsViewModelTest {
    private final Store store = new Store();
    private final SettingsViewModel model = new SettingsViewModel(store, new DirectRunner());

    private static final class Store implements SettingsWork {
        private Settings kept = Settings.defaults();
        private boolean readOnly;
        private boolean gone;
        private LoginStart.Offer login = LoginStart.Offer.OFF;

        @Override
        public Settings settings() {
            return kept;
        }

        @Override
        public Facts facts() {
            return new Facts(1_000, login);
        }

        @Override
        public void startAtLogin(boolean on) {
            login = on ? LoginStart.Offer.ON : LoginStart.Offer.OFF;
        }

        @Override
        public List<String> authorities() throws ProblemException {
            if (gone) {
                throw new ProblemException(new Problem.Unreadable(kept.certificateAuthorities(), "why.no-file"));
            }
            return kept.certificateAuthorities().isEmpty() ? List.of() : List.of("Fictional CA");
        }

        @Override
        public void trust(Path file) throws ProblemException {
            if (!file.toString().endsWith(".pem")) {
                throw new ProblemException(new Problem.Unreadable(file.toString(), "why.no-certificate"));
            }
            kept = kept.withCertificateAuthorities("copy of " + file);
        }

        @Override
        public void trustSystemAlone() {
            kept = kept.withCertificateAuthorities("");
        }

        @Override
        public void change(UnaryOperator<Settings> change) throws ProblemException {
            if (readOnly) {
                throw new ProblemException(new Problem.Unwritable("settings.json", "read only"));
            }
            kept = change.apply(kept);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.hospital.example/proxy.pac, pac:http://proxy.hospital.example/proxy.pac",
        "file:///etc/proxy.pac, pac:file:///etc/proxy.pac",
        "http://proxy.hospital.example:8080, proxy.hospital.example:8080",
        "HTTP://proxy.hospital.example:8080/, proxy.hospital.example:8080",
        "desk@proxy.hospital.example:8080, desk@proxy.hospital.example:8080",
        "none, none"
    })
    void anAddressWithAPathIsThatOfAProxyScript(String typed, String kept) {
        model.proxy(typed);
        assertThat(store.kept.proxy()).isEqualTo(kept);
        assertThat(model.typedProxy()).isEqualTo(kept.replace("pac:", ""));
    }

    /** What is no proxy is not kept, and a password never: the settings file is not the place for it. */
    @ParameterizedTest
    @CsvSource({
        "nonsense words here, settings.proxy.wrong",
        "ht!tp:/// foo bar, settings.proxy.wrong",
        "proxy.hospital.example:99999, settings.proxy.wrong",
        "proxy.hospital.example:0, settings.proxy.wrong",
        "ftp://proxy.hospital.example/x, settings.proxy.wrong",
        "desk:secret@proxy.hospital.example:8080, settings.proxy.password",
        "http://desk:secret@proxy.hospital.example:8080, settings.proxy.password",
        "http://desk:secret@proxy.hospital.example/proxy.pac, settings.proxy.password"
    })
    void aWrongProxyIsSaidAndNotKept(String typed, String mistake) {
        String before = store.kept.proxy();
        model.proxy(typed);
        assertThat(model.proxyMistake().get()).isEqualTo(mistake);
        assertThat(store.kept.proxy()).isEqualTo(before);
        model.proxy("proxy.hospital.example");
        assertThat(model.proxyMistake().get()).isEmpty();
        assertThat(store.kept.proxy()).isEqualTo("proxy.hospital.example");
    }

    @Test
    void aProxyThatSomebodyTypedIntoTheFileAndIsNoneIsToldUntilItIsMended() {
        assertThat(model.proxyProblem().get()).isNull();
        store.kept = store.kept.withProxy("proxy.hospital.example:80a80");
        SettingsViewModel opened = new SettingsViewModel(store, new DirectRunner());
        assertThat(opened.proxyProblem().get()).isEqualTo(new Problem.ProxyUnusable());
        assertThat(opened.proxyMistake().get()).isEqualTo("settings.proxy.unusable");
        opened.proxy("proxy.hospital.example:99999");
        assertThat(opened.proxyProblem().get()).isNotNull();
        opened.proxy("proxy.hospital.example:8080");
        assertThat(opened.proxyProblem().get()).isNull();
        assertThat(opened.proxyMistake().get()).isEmpty();
    }

    @Test
    void theWayToTheNetworkAndTheRoomOnTheDiskAreKept() {
        model.proxy(" proxy.hospital.example:8080 ");
        model.limitSpool(5_000_000_000L);
        assertThat(store.kept.proxy()).isEqualTo("proxy.hospital.example:8080");
        assertThat(store.kept.spoolLimitBytes()).isEqualTo(5_000_000_000L);
    }

    @Test
    void whoIsTrustedIsCalledByNameAndAFileThatIsNoneIsTold() {
        model.lookAtAuthorities();
        assertThat(model.authorities().get()).isEmpty();
        model.trust(Path.of("letter.txt"));
        assertThat(model.problem().get()).isEqualTo(new Problem.Unreadable("letter.txt", "why.no-certificate"));
        assertThat(model.authorities().get()).isEmpty();
        model.trust(Path.of("authorities.pem"));
        assertThat(model.problem().get()).isNull();
        assertThat(model.authorities().get()).containsExactly("Fictional CA");
        model.trustSystemAlone();
        assertThat(model.authorities().get()).isEmpty();
    }

    @Test
    void aFileThatWasTypedByHandAndIsGoneIsToldAndCanBeForgotten() {
        store.kept = store.kept.withCertificateAuthorities("stick/ca.pem");
        store.gone = true;
        model.lookAtAuthorities();
        assertThat(model.problem().get()).isEqualTo(new Problem.Unreadable("stick/ca.pem", "why.no-file"));
        assertThat(model.authorities().get()).containsExactly("stick/ca.pem");
        assertThat(model.authoritiesGone().get()).isTrue();
        store.gone = false;
        model.trustSystemAlone();
        assertThat(model.authoritiesGone().get()).isFalse();
        assertThat(model.problem().get()).isNull();
        assertThat(model.authorities().get()).isEmpty();
    }

    @Test
    void newsOfWindowsThatCloseIsToldUntilSomebodyTurnsItOff() {
        assertThat(model.kept().closingNotices()).isTrue();
        model.tellOfClosing(false);
        assertThat(store.kept.closingNotices()).isFalse();
    }

    @Test
    void startingByItselfIsAskedOfTheComputer() {
        model.look();
        assertThat(model.facts().get().login()).isEqualTo(LoginStart.Offer.OFF);
        model.startAtLogin(true);
        assertThat(model.facts().get().login()).isEqualTo(LoginStart.Offer.ON);
    }

    @Test
    void aThemeIsKeptAsSoonAsItIsChosen() {
        model.choose(Theme.DARK);
        assertThat(store.kept.theme()).isEqualTo("dark");
        assertThat(model.theme().get()).isEqualTo(Theme.DARK);
    }

    @Test
    void aLanguageIsKept() {
        model.speak("de");
        assertThat(store.kept.language()).isEqualTo("de");
        assertThat(model.language().get()).isEqualTo("de");
        store.readOnly = true;
        model.speak("fr");
        assertThat(model.language().get()).isEqualTo("de");
    }

    @Test
    void settingsThatCannotBeWrittenAreAProblem() {
        store.readOnly = true;
        model.choose(Theme.DARK);
        assertThat(model.problem().get()).isInstanceOf(Problem.Unwritable.class);
    }
}
