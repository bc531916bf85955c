// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.StallGuard;

/**
 * Sends requests to one destination with its token. The token goes to the destination's own origins only, whatever a
 * redirect or an upload's address says; a refused token is renewed once. Safe for several threads.
 */
public final class Caller {
    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_BODY = 4 << 20;
    private static final int UNAUTHORIZED = 401;
    private static final int REFUSALS = 400;

    private final HttpAccess access;
    private final TokenSource tokens;
    private final Set<Origin> own;

    /** Calls with this token, which only the origins of these addresses may see. */
    public Caller(HttpAccess access, TokenSource tokens, URI... ownUrls) {
        this.access = access;
        this.tokens = tokens;
        this.own = Stream.of(ownUrls).map(Origin::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Sends a request that only an interrupt stops. */
    public Answer send(Call call) throws IOException, ProblemException, InterruptedException {
        return send(call, () -> false);
    }

    /**
     * Sends a request and reads the answer, whatever its status.
     *
     * @param stop asked now and then; true breaks the request off
     * @throws IOException where no answer came; {@link Failures} tells what it means
     * @throws ProblemException with {@code SignInNeeded} where the destination still answers 401 to a renewed token,
     *     {@code ProxySignIn} where the proxy does not let this computer through
     * @throws InterruptedException when stopped
     */
    public Answer send(Call call, BooleanSupplier stop) throws IOException, ProblemException, InterruptedException {
        Answer answer = withToken(call, stop);
        for (int i = 0; i < MAX_REDIRECTS && isRedirect(answer, call); i++) {
            URI next = answer.location().orElseThrow();
            if (isDowngrade(answer.url(), next)) {
                throw new Breakage.UnsafeRedirectException();
            }
            answer = withToken(call.at(next), stop);
        }
        return answer;
    }

    /** Renews the token, for answers other than 401 that may mean a stale one. */
    public void renewToken() throws ProblemException, InterruptedException {
        Optional<String> token = tokens.token();
        token.ifPresent(tokens::refused);
    }

    /** How it reaches the network. */
    public HttpAccess access() {
        return access;
    }

    private Answer withToken(Call call, BooleanSupplier stop)
            throws IOException, ProblemException, InterruptedException {
        boolean isOwn = own.contains(Origin.of(call.url()));
        Optional<String> token = isOwn ? tokens.token() : Optional.empty();
        Answer answer = exchange(call, token, stop);
        if (answer.status() == UNAUTHORIZED && token.isPresent()) {
            tokens.refused(token.get());
            answer = exchange(call, tokens.token(), stop);
        }
        if (answer.status() == UNAUTHORIZED) {
            throw new ProblemException(
                    new Problem.SignInNeeded(String.valueOf(call.url().getHost())));
        }
        return answer;
    }

    /** A request is repeated where it met a connection that had ended, and cannot do harm twice. */
    private Answer exchange(Call call, Optional<String> token, BooleanSupplier stop)
            throws IOException, ProblemException, InterruptedException {
        ProxyGate gate = new ProxyGate(access, call.url());
        while (true) {
            try {
                return once(call, token, stop, gate);
            } catch (IOException e) {
                if (!gate.isWorthAnotherTry(call.method(), e)) {
                    throw e;
                }
            }
        }
    }

    private Answer once(Call call, Optional<String> token, BooleanSupplier stop, ProxyGate gate)
            throws IOException, ProblemException, InterruptedException {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.url());
        call.headers().forEach(request::setHeader);
        token.ifPresent(value -> request.setHeader("Authorization", "Bearer " + value));
        AtomicLong moved = new AtomicLong();
        HttpEntity body = call.body();
        if (body != null) {
            request.setEntity(new CountedBody(body, moved));
        }
        Thread caller = Thread.currentThread();
        BooleanSupplier stopped = () -> stop.getAsBoolean() || caller.isInterrupted();
        try (StallGuard guard =
                new StallGuard(access.settings().stallTimeout(), moved::get, stopped, request::cancel)) {
            try {
                Answer answer =
                        access.client().execute(request, gate.context(), response -> read(call.url(), response, moved));
                return gate.passed(answer);
            } catch (IOException e) {
                if (stopped.getAsBoolean()) {
                    throw (InterruptedException) new InterruptedException("stopped").initCause(e);
                }
                if (guard.hasStalled()) {
                    throw new Breakage.StalledException(e);
                }
                throw e;
            }
        }
    }

    private static Answer read(URI url, ClassicHttpResponse response, AtomicLong moved) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        moved.incrementAndGet();
        return new Answer(url, response.getCode(), headers, body(response));
    }

    /** Of a refusal the status is enough: its words may be cut off. */
    private static byte[] body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream in = entity.getContent()) {
            return in.readNBytes(MAX_BODY);
        } catch (IOException cutOff) {
            if (response.getCode() < REFUSALS) {
                throw cutOff;
            }
            response.setEntity(null);
            return new byte[0];
        }
    }

    private static boolean isRedirect(Answer answer, Call call) {
        boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
        return answer.location().isPresent()
                && switch (answer.status()) {
                    case 307, 308 -> true;
                    case 301, 302, 303 -> reads;
                    default -> false;
                };
    }

    private static boolean isDowngrade(URI from, URI to) {
        return "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme());
    }

    /** Counts what leaves, so that a standstill can be seen. */
    private static final class CountedBody extends HttpEntityWrapper {
        private final AtomicLong moved;

        CountedBody(HttpEntity body, AtomicLong moved) {
            super(body);
            this.moved = moved;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            super.writeTo(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    out.write(b);
                    moved.incrementAndGet();
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                    moved.addAndGet(length);
                }

                @Override
                public void flush() throws IOException {
                    out.flush();
                }
            });
        }
    }
}
