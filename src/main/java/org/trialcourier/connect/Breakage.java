// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.UnsupportedHttpVersionException;

/** In which way an exchange broke; the names of exceptions tell nobody anything. */
enum Breakage {
    NAME_UNKNOWN("why.name-unknown", "doctor.connection.name-unknown"),
    NO_ANSWER("why.no-answer", "doctor.connection.no-answer"),
    NO_ROUTE("why.no-route", "doctor.connection.no-route"),
    NOBODY("why.nobody-answers", "doctor.connection.nobody"),
    /** Closed or reset, before or in the middle of the answer. */
    CUT("why.connection-cut", "doctor.connection.cut"),
    /** Something answers, but not with TLS that fits. */
    NO_TLS("why.no-tls", "doctor.connection.no-tls"),
    /** Something answers, but not with HTTP/1.1. */
    NOT_HTTP("why.not-http", "doctor.connection.not-http"),
    /** Led from https to http. */
    UNSAFE_REDIRECT("why.unsafe-redirect", "doctor.connection.unsafe-redirect"),
    OTHER("why.connection-broke", "doctor.connection.broke");

    private final String why;
    private final String finding;

    Breakage(String why, String finding) {
        this.why = why;
        this.finding = finding;
    }

    /** An exchange that stood still too long; not a time limit of the system. */
    static final class StalledException extends IOException {
        private static final long serialVersionUID = 1;

        StalledException(IOException cause) {
            super("stalled", cause);
        }
    }

    /** A redirect that is not followed. */
    static final class UnsafeRedirectException extends IOException {
        private static final long serialVersionUID = 1;

        UnsafeRedirectException() {
            super("a redirect leads from https to http");
        }
    }

    static Breakage of(IOException failure) {
        return switch (failure) {
            case UnknownHostException e -> NAME_UNKNOWN;
            case SocketTimeoutException e -> NO_ANSWER;
            case StalledException e -> NO_ANSWER;
            case NoRouteToHostException e -> NO_ROUTE;
            case ConnectException e -> NOBODY;
            case UnsafeRedirectException e -> UNSAFE_REDIRECT;
            case SSLException e -> NO_TLS;
            case NoHttpResponseException e -> CUT;
            case ConnectionClosedException e -> CUT;
            case TruncatedChunkException e -> CUT;
            case SocketException e -> CUT;
            case EOFException e -> CUT;
            case ClientProtocolException e -> NOT_HTTP;
            case MalformedChunkCodingException e -> NOT_HTTP;
            default -> failure.getCause() instanceof UnsupportedHttpVersionException ? NOT_HTTP : OTHER;
        };
    }

    /** The key of its words beside a problem. */
    String why() {
        return why;
    }

    /** The key of its words on the page of the connection doctor. */
    String finding() {
        return finding;
    }
}
