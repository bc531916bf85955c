// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.connect.AuthorityFile;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/** A file of certificate authorities is taken, not remembered by its place: the stick it came on may go. */
class AddedAuthoritiesTest {
    @TempDir
    Path folder;

    private Path stick;
    private App app;
    private AddedAuthorities added;

    @BeforeEach
    void open() throws Exception {
        stick = folder.resolve("stick.pem");
        app = App.open(new AppOptions(folder.resolve("home"), Clock.systemUTC(), Locale.ENGLISH, Map.of(), false));
        added = new AddedAuthorities(app);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void whatWasChosenIsStillTrustedWhenItsFileIsGone() throws Exception {
        List<X509Certificate> authorities = authorities().subList(0, 2);
        Files.write(stick, new AuthorityFile(authorities).pem());
        added.choose(stick);
        Files.delete(stick);
        assertThat(added.names()).hasSize(2).noneMatch(name -> name.contains("CN="));
        assertThatCode(app::signIns).doesNotThrowAnyException();
        Path copy = Path.of(app.settings().certificateAuthorities());
        assertThat(AuthorityFile.read(copy).certificates()).isEqualTo(authorities);
        assertThat(copies()).containsExactly(copy);
        if (copy.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void anotherChoiceIsAnotherSettingSoTheTrailTellsIt() throws Exception {
        Files.write(stick, new AuthorityFile(authorities().subList(0, 1)).pem());
        added.choose(stick);
        String first = app.settings().certificateAuthorities();
        Files.write(stick, new AuthorityFile(authorities().subList(1, 2)).pem());
        added.choose(stick);
        String second = app.settings().certificateAuthorities();
        assertThat(copies()).containsExactly(Path.of(second));
        AuditEntry entry = app.queue().audit().latest(1).getFirst();
        assertThat(entry.what()).isEqualTo("settings.changed");
        assertThat(entry.details())
                .containsEntry("setting", "certificate-authorities")
                .containsEntry("before", first)
                .containsEntry("after", second);
    }

    @Test
    void whatIsForgottenIsTakenAwayAndAPlaceThatWasTypedByHandIsLeftAlone() throws Exception {
        Files.write(stick, new AuthorityFile(authorities().subList(0, 1)).pem());
        added.choose(stick);
        added.forget();
        assertThat(added.names()).isEmpty();
        assertThat(copies()).isEmpty();
        app.change(settings -> settings.withCertificateAuthorities(stick.toString()));
        assertThat(added.names()).hasSize(1);
        added.forget();
        assertThat(added.names()).isEmpty();
        assertThat(stick).exists();
    }

    /** A private key that stands in the same file is nothing to keep. */
    @Test
    void onlyCertificatesAreCopied() throws Exception {
        String certificate = new String(
                new AuthorityFile(authorities().subList(0, 1)).pem(), java.nio.charset.StandardCharsets.US_ASCII);
        Files.writeString(stick, "Bag Attributes\n    friendlyName: example\n" + certificate);
        added.choose(stick);
        assertThat(Path.of(app.settings().certificateAuthorities())).hasContent(certificate);
    }

    @ParameterizedTest
    @CsvSource({"'', why.no-certificate", "a letter to the editor, why.no-certificate", ", why.no-file"})
    void aFileThatIsNoneIsToldAndChangesNothing(String content, String why) throws Exception {
        if (content != null) {
            Files.writeString(stick, content);
        }
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> added.choose(stick));
        assertThat(refused.problem()).isEqualTo(new Problem.Unreadable(stick.toString(), why));
        assertThat(app.settings().certificateAuthorities()).isEmpty();
        assertThat(copies()).isEmpty();
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(app.folder().home())) {
            return files.filter(file -> file.getFileName().toString().contains("certificate-authorities"))
                    .toList();
        }
    }

    private static List<X509Certificate> authorities() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return List.of(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers());
    }
}
