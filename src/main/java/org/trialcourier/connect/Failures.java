// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;

/** What a failed exchange means. */
public final class Failures {
    private static final String UNTOLD = "?";

    private Failures() {}

    /** The problem behind an exception: not trusted, or not reachable for now. */
    public static Problem problem(URI url, IOException failure) {
        String host = String.valueOf(url.getHost());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UntrustedChainException untrusted) {
                return untrusted.problem(host);
            }
            if (cause instanceof SSLPeerUnverifiedException) {
                return new Problem.CertificateName(host, UNTOLD);
            }
            if (cause instanceof CertificateException) {
                return new Problem.Untrusted(host, UNTOLD);
            }
        }
        return failure instanceof AnsweredByProxyException proxy
                ? new Problem.ProxyRefuses(host, proxy.status())
                : new Problem.Offline(host, Breakage.of(failure).why());
    }

    /** The same for the page of the connection doctor. */
    static Phrase phrase(URI url, IOException failure) {
        if (problem(url, failure) instanceof Problem.BadCertificate bad) {
            return switch (bad) {
                case Problem.Untrusted u -> Phrase.of("doctor.certificate.untrusted", u.issuer());
                case Problem.CertificateName n -> Phrase.of("doctor.certificate.other-name", n.names());
                case Problem.CertificateDates d -> Phrase.of("doctor.certificate.other-days", d.from(), d.until());
            };
        }
        return failure instanceof AnsweredByProxyException proxy
                ? Phrase.of("doctor.connection.by-proxy", Integer.toString(proxy.status()))
                : Phrase.of(Breakage.of(failure).finding());
    }
}
