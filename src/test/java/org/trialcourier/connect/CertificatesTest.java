// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.problem.Problem;
import org.trialcourier.text.Words;

/** Says what is wrong with a certificate that an added authority signed: its name and its days are not its authority. */
class CertificatesTest {
    private static final String SECRET = "test-only";

    @TempDir
    Path folder;

    private Path authority;

    @BeforeEach
    void makeAnAuthority() throws Exception {
        keytool("-alias", "ca", "-dname", "CN=Fictional CA", "-ext", "bc=ca:true");
        authority = folder.resolve("ca.pem");
        byte[] certificate = keys().getCertificate("ca").getEncoded();
        Files.writeString(
                authority,
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n");
    }

    @Test
    void tellsAnotherNameFromAnAuthorityThatIsNotTrusted() throws Exception {
        keytool("-alias", "server", "-dname", "CN=x", "-signer", "ca", "-ext", "san=dns:elsewhere.example");
        assertThat(trouble(List.of(authority)))
                .isEqualTo(new Problem.CertificateName("localhost", "elsewhere.example"));
        assertThat(trouble(List.of())).isEqualTo(new Problem.Untrusted("localhost", "CN=Fictional CA"));
    }

    @Test
    void tellsDaysThatAreOverFromAnAuthorityThatIsNotTrusted() throws Exception {
        keytool(
                "-alias",
                "server",
                "-dname",
                "CN=x",
                "-signer",
                "ca",
                "-ext",
                "san=dns:localhost",
                "-startdate",
                "2020/01/02 12:00:00",
                "-validity",
                "10");
        assertThat(trouble(List.of(authority)))
                .isEqualTo(new Problem.CertificateDates("localhost", "2020-01-02", "2020-01-12"));
        assertThat(trouble(List.of())).isEqualTo(new Problem.Untrusted("localhost", "CN=Fictional CA"));
    }

    @Test
    void aTrustedServerIsHeardOnAKeptConnectionToo() throws Exception {
        keytool("-alias", "server", "-dname", "CN=x", "-signer", "ca", "-ext", "san=dns:localhost");
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        URI url = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
        ConnectionSettings settings = new ConnectionSettings(
                new ProxyChoice.None(), List.of(authority), Duration.ofSeconds(5), Duration.ofSeconds(5));
        try (HttpAccess access = HttpAccess.open(settings)) {
            Caller caller = new Caller(access, TokenSource.none());
            for (int i = 0; i < 3; i++) {
                assertThat(caller.send(Call.of("GET", url)).status()).isEqualTo(204);
            }
        } finally {
            server.stop(0);
        }
    }

    /** What an exchange with the server says; the doctor's page has to say it too. */
    private Problem trouble(List<Path> trusted) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.start();
        URI url = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
        ConnectionSettings settings =
                new ConnectionSettings(new ProxyChoice.None(), trusted, Duration.ofSeconds(5), Duration.ofSeconds(5));
        try (HttpAccess access = HttpAccess.open(settings)) {
            IOException failure = catchThrowableOfType(
                    IOException.class, () -> access.client().execute(new HttpOptions(url), response -> null));
            String page = new ConnectionDoctor(access, TokenSource.none(), InstantSource.system())
                    .examine(url, null)
                    .text(Words.english()::say);
            assertThat(page).contains(Words.english().say(Failures.phrase(url, failure)));
            return Failures.problem(url, failure);
        } finally {
            server.stop(0);
        }
    }

    private SSLContext context() throws Exception {
        KeyStore keys = keys();
        keys.deleteEntry("ca");
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore keys() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, SECRET.toCharArray());
        }
        return keys;
    }

    private void keytool(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-keystore",
                folder.resolve("keys.p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                SECRET));
        command.addAll(List.of(options));
        Path log = folder.resolve("keytool.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    }
}
