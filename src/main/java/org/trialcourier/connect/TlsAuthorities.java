// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.ProblemException;

/** Trust in servers: the runtime's authorities plus those that the hospital added; TLS 1.2 and 1.3 only. */
final class TlsAuthorities {
    private TlsAuthorities() {}

    /** The strategy with which the client secures its sockets. */
    static TlsSocketStrategy strategy(List<Path> extra) throws ProblemException {
        return new DefaultClientTlsStrategy(
                context(extra),
                new String[] {TLS.V_1_3.getId(), TLS.V_1_2.getId()},
                null,
                SSLBufferMode.STATIC,
                HostnameVerificationPolicy.BOTH,
                null);
    }

    static SSLContext context(List<Path> extra) throws ProblemException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new NamingTrust(trust(extra))}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS is not usable in this Java runtime", e);
        }
    }

    /** Accepts what the system trusts, and what the added authorities vouch for. */
    static X509ExtendedTrustManager trust(List<Path> extra) throws ProblemException {
        try {
            X509ExtendedTrustManager system = manager(null);
            List<X509Certificate> added = read(extra);
            if (added.isEmpty()) {
                return system;
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate authority : system.getAcceptedIssuers()) {
                store.setCertificateEntry("system-" + store.size(), authority);
            }
            for (X509Certificate authority : added) {
                store.setCertificateEntry("added-" + store.size(), authority);
            }
            return manager(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no trust store in this Java runtime", e);
        }
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }

    private static List<X509Certificate> read(List<Path> files) throws ProblemException {
        List<X509Certificate> found = new ArrayList<>();
        for (Path file : files) {
            found.addAll(AuthorityFile.read(file).certificates());
        }
        return found;
    }
}
