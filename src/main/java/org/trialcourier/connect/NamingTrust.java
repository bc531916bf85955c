// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** The runtime's own trust checks, host names included, which also remember the chain that was not accepted. */
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
        name(chain, type, () -> checks.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        name(chain, type, () -> checks.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        name(chain, type, () -> checks.checkServerTrusted(chain, type));
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

    private void name(X509Certificate[] chain, String type, Check check) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException e) {
            throw new UntrustedChainException(chain, isVouchedFor(chain, type), e);
        }
    }

    /** Whether an authority vouches for the chain, whatever name it was shown for. */
    private boolean isVouchedFor(X509Certificate[] chain, String type) {
        try {
            checks.checkServerTrusted(chain, type);
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }
}
