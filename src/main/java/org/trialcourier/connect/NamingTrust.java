// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** The runtime's own trust checks, host names included, which also remember who signed a chain that is not trusted. */
final class NamingTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager checks;

    NamingTrust(X509ExtendedTrustManager checks) {
        this.checks = checks;
    }

    /** A check of the runtime. */
    @FunctionalInterface
    private interface Check {
        void run() throws CertificateException;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        name(chain, () -> checks.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        name(chain, () -> checks.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        name(chain, () -> checks.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checks.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checks.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        checks.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return checks.getAcceptedIssuers();
    }

    private static void name(X509Certificate[] chain, Check check) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException e) {
            String issuer = chain.length == 0
                    ? "unknown"
                    : chain[chain.length - 1].getIssuerX500Principal().getName();
            throw new UntrustedChainException(issuer, e);
        }
    }
}
