// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;

/** What a failed exchange means. */
public final class Failures {
    private static final String OTHER_NAME = "the certificate is for another name";
    private static final String NOT_VALID = "the certificate is not valid";

    private Failures() {}

    /** The problem behind an exception: not trusted, or not reachable for now. */
    public static Problem problem(URI url, IOException failure) {
        String host = String.valueOf(url.getHost());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UntrustedChainException untrusted) {
                return new Problem.Untrusted(host, untrusted.issuer());
            }
            if (cause instanceof SSLPeerUnverifiedException) {
                return new Problem.Untrusted(host, OTHER_NAME);
            }
            if (cause instanceof CertificateException) {
                return new Problem.Untrusted(host, NOT_VALID);
            }
        }
        return new Problem.Offline(host, detail(failure));
    }

    private static String detail(IOException failure) {
        return switch (failure) {
            case UnknownHostException ignored -> "the name is not known";
            case SocketTimeoutException ignored -> "no answer in time";
            case NoRouteToHostException ignored -> "no route";
            case ConnectException ignored -> "nobody answers there";
            default -> "the connection broke (" + failure.getClass().getSimpleName() + ")";
        };
    }

    /** The same for the page of the connection doctor. */
    static Phrase phrase(URI url, IOException failure) {
        if (problem(url, failure) instanceof Problem.Untrusted untrusted) {
            return switch (untrusted.issuer()) {
                case OTHER_NAME -> Phrase.of("doctor.certificate.other-name");
                case NOT_VALID -> Phrase.of("doctor.certificate.not-valid");
                default -> Phrase.of("doctor.certificate.untrusted", untrusted.issuer());
            };
        }
        return switch (failure) {
            case UnknownHostException ignored -> Phrase.of("doctor.connection.name-unknown");
            case SocketTimeoutException ignored -> Phrase.of("doctor.connection.no-answer");
            case NoRouteToHostException ignored -> Phrase.of("doctor.connection.no-route");
            case ConnectException ignored -> Phrase.of("doctor.connection.nobody");
            default -> Phrase.of("doctor.connection.broke", failure.getClass().getSimpleName());
        };
    }
}
