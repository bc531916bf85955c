// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.auth.AuthExchange;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/** Tells, in one exchange, what the proxy says from what the receiver says. */
final class ProxyGate {
    private static final int SIGN_IN = 407;
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final HttpClientContext context = HttpClientContext.create();
    private final HttpAccess access;
    private final URI url;
    private boolean triedAgain;
    private boolean signedIn;

    ProxyGate(HttpAccess access, URI url) {
        this.access = access;
        this.url = url;
    }

    /** What the client notes of the exchange; used again, it brings the sign-in that the proxy asked for. */
    HttpClientContext context() {
        return context;
    }

    /**
     * Whether a request that failed may go out once more: where the proxy asked for a sign-in and ended the connection,
     * often without a word, and where a kept connection had ended before and no harm comes of asking twice.
     */
    boolean isWorthAnotherTry(String method, IOException failure) {
        if (!signedIn && hasAsked()) {
            signedIn = true;
            return true;
        }
        boolean first = !triedAgain;
        triedAgain = true;
        return first && failure instanceof NoHttpResponseException && HARMLESS.contains(method);
    }

    private boolean hasAsked() {
        return context.getAuthExchanges().values().stream()
                .anyMatch(exchange -> exchange.getState() == AuthExchange.State.CHALLENGED);
    }

    /** Whether an answer from an https address came without TLS: the proxy gave it, which lets no tunnel through. */
    boolean isAnswerOfProxy() {
        return "https".equalsIgnoreCase(url.getScheme()) && context.getSSLSession() == null;
    }

    /** The answer, where it is the receiver's. */
    Answer passed(Answer answer) throws AnsweredByProxyException, ProblemException {
        Optional<InetSocketAddress> proxy = answer.status() == SIGN_IN ? access.proxyFor(url) : Optional.empty();
        if (proxy.isPresent()) {
            String place = proxy.get().getHostString() + ":" + proxy.get().getPort();
            throw new ProblemException(new Problem.ProxySignIn(
                    place, Proxies.hasUser(access.settings().proxy())));
        }
        if (isAnswerOfProxy()) {
            throw new AnsweredByProxyException(answer.status());
        }
        return answer;
    }
}
