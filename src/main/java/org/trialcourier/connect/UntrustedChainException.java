// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.Serial;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trialcourier.problem.Problem;

/** A server's certificate chain that was not accepted, and why: who signed it, its names or its days. */
final class UntrustedChainException extends CertificateException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<X509Certificate> chain;
    private final boolean vouchedFor;

    /** Of a chain that an authority vouches for, only the name can be wrong. */
    UntrustedChainException(X509Certificate[] chain, boolean vouchedFor, CertificateException cause) {
        super(cause);
        this.chain = List.copyOf(Arrays.asList(chain));
        this.vouchedFor = vouchedFor;
    }

    /** What is wrong, for people. */
    Problem.BadCertificate problem(String host) {
        if (vouchedFor) {
            return new Problem.CertificateName(host, names(chain.getFirst()));
        }
        Optional<X509Certificate> stale =
                isOfDates() ? chain.stream().filter(each -> !holdsNow(each)).findFirst() : Optional.empty();
        if (stale.isPresent()) {
            return new Problem.CertificateDates(
                    host, day(stale.get().getNotBefore()), day(stale.get().getNotAfter()));
        }
        // The last one's issuer: at many hospitals the inspecting proxy.
        return new Problem.Untrusted(
                host,
                chain.isEmpty() ? "?" : chain.getLast().getIssuerX500Principal().getName());
    }

    private boolean isOfDates() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsNow(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return false;
        }
    }

    private static String day(Date moment) {
        return moment.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String names(X509Certificate certificate) {
        String common = certificate.getSubjectX500Principal().getName();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? common
                    : names.stream().map(name -> String.valueOf(name.get(1))).collect(Collectors.joining(", "));
        } catch (CertificateParsingException e) {
            return common;
        }
    }
}
