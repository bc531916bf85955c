// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.classic.methods.HttpOptions;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.Examination.Check;
import org.trialcourier.connect.Examination.Outcome;
import org.trialcourier.connect.Examination.Subject;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * Examines the way to a receiver step by step: name, proxy, connection and certificates, clock, sign-in, and a small
 * upload that is cut on purpose. It sends a few MiB of zeros, never anything of a submission.
 */
public final class ConnectionDoctor {
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);
    private static final int PROXY_WAIT_MILLIS = 5000;

    private final HttpAccess access;
    private final TokenSource tokens;
    private final InstantSource clock;

    /** Uses the same way to the network and the same token as an upload. */
    public ConnectionDoctor(HttpAccess access, TokenSource tokens, InstantSource clock) {
        this.access = access;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Examines the way to a tus endpoint and, where there is one, a Submission API. Trouble is a finding, not an
     * exception.
     */
    public Examination examine(URI tus, @Nullable URI api) throws InterruptedException {
        List<Check> checks = new ArrayList<>();
        checks.add(name(tus));
        checks.add(proxy(tus));
        boolean reached = connection(tus, checks);
        if (reached) {
            URI[] own = api == null ? new URI[] {tus} : new URI[] {tus, api};
            Caller caller = new Caller(access, tokens, own);
            boolean signedIn = new UploadProbe(caller, tus).run(checks);
            if (signedIn && api != null) {
                checks.add(api(caller, api));
            }
        } else {
            checks.add(unreached(Subject.UPLOAD));
        }
        String now = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                clock.instant().atOffset(ZoneOffset.UTC).withNano(0));
        return new Examination(tus.toString(), now, checks);
    }

    private Check name(URI url) {
        try {
            String addresses = Arrays.stream(InetAddress.getAllByName(url.getHost()))
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
            return new Check(Subject.NAME, Outcome.GOOD, Phrase.of("doctor.name.good", url.getHost(), addresses));
        } catch (UnknownHostException e) {
            boolean proxied = proxyFor(url).type() != Proxy.Type.DIRECT;
            return proxied
                    ? new Check(Subject.NAME, Outcome.NOTE, Phrase.of("doctor.name.by-proxy", url.getHost()))
                    : new Check(Subject.NAME, Outcome.BAD, Phrase.of("doctor.name.unknown", url.getHost()));
        }
    }

    private Check proxy(URI url) {
        ProxySelector selector = Proxies.selector(access.settings().proxy());
        Proxy proxy = selector.select(url).getFirst();
        Phrase source = source(access.settings().proxy());
        Phrase trouble = selector instanceof PacProxy script ? script.trouble() : null;
        if (trouble != null) {
            return new Check(Subject.PROXY, Outcome.BAD, Phrase.of("doctor.proxy.script-broken", source, trouble));
        }
        if (proxy.type() == Proxy.Type.DIRECT || !(proxy.address() instanceof InetSocketAddress address)) {
            boolean passedBy = !(access.settings().proxy() instanceof ProxyChoice.None)
                    && EnvironmentProxy.isThisComputer(url.getHost());
            return new Check(
                    Subject.PROXY,
                    Outcome.GOOD,
                    passedBy ? Phrase.of("doctor.proxy.this-computer") : Phrase.of("doctor.proxy.none", source));
        }
        String place = address.getHostString() + ":" + address.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), PROXY_WAIT_MILLIS);
            return new Check(Subject.PROXY, Outcome.GOOD, Phrase.of("doctor.proxy.answers", place, source));
        } catch (IOException e) {
            return new Check(Subject.PROXY, Outcome.BAD, Phrase.of("doctor.proxy.silent", place, source));
        }
    }

    private static Phrase source(ProxyChoice choice) {
        return switch (choice) {
            case ProxyChoice.OfSystem system -> Phrase.of("doctor.source.system");
            case ProxyChoice.None none -> Phrase.of("doctor.source.none");
            case ProxyChoice.Script script ->
                Phrase.of("doctor.source.script", script.place().toString());
            case ProxyChoice.Manual manual -> Phrase.of("doctor.source.manual");
        };
    }

    private Proxy proxyFor(URI url) {
        return Proxies.selector(access.settings().proxy()).select(url).getFirst();
    }

    private boolean connection(URI url, List<Check> checks) throws InterruptedException {
        ProxyGate gate = new ProxyGate(access, url);
        try {
            Header date = ask(url, gate, checks);
            tls(url, gate.context().getSSLSession(), checks);
            checks.add(gate.isAnswerOfProxy() ? unreached(Subject.CLOCK) : clock(date));
            return checks.stream()
                    .noneMatch(check -> check.outcome() == Outcome.BAD && check.subject() != Subject.NAME);
        } catch (IOException e) {
            Phrase why = Failures.phrase(url, e);
            boolean untrusted = Failures.problem(url, e) instanceof Problem.BadCertificate;
            checks.add(new Check(untrusted ? Subject.CERTIFICATE : Subject.CONNECTION, Outcome.BAD, why));
            return false;
        }
    }

    private @Nullable Header ask(URI url, ProxyGate gate, List<Check> checks) throws IOException {
        while (true) {
            long started = System.nanoTime();
            try {
                return access.client().execute(new HttpOptions(url), gate.context(), response -> {
                    Duration time = Duration.ofNanos(System.nanoTime() - started);
                    checks.add(answered(response, gate.isAnswerOfProxy(), time));
                    return response.getFirstHeader("Date");
                });
            } catch (IOException e) {
                if (!gate.isWorthAnotherTry("OPTIONS", e)) {
                    throw e;
                }
            }
        }
    }

    private static Check answered(HttpResponse response, boolean byProxy, Duration time) {
        String status = Integer.toString(response.getCode());
        if (response.getCode() == 407) {
            return new Check(Subject.PROXY_SIGN_IN, Outcome.BAD, proxySignIn(response));
        }
        return byProxy
                ? new Check(Subject.CONNECTION, Outcome.BAD, Phrase.of("doctor.connection.by-proxy", status))
                : new Check(
                        Subject.CONNECTION,
                        Outcome.GOOD,
                        Phrase.of("doctor.connection.good", status, Long.toString(time.toMillis())));
    }

    /** Which ways of signing in the proxy takes; of those only Basic and Digest can be used. */
    private static Phrase proxySignIn(HttpResponse response) {
        Set<String> ways = Arrays.stream(response.getHeaders("Proxy-Authenticate"))
                .map(header -> header.getValue().strip().split("[ ,]", 2)[0])
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        return ways.isEmpty() || ways.contains("Basic") || ways.contains("Digest")
                ? Phrase.of("doctor.proxy-sign-in.needed")
                : Phrase.of("doctor.proxy-sign-in.unspoken", Phrase.list(ways));
    }

    private static Check unreached(Subject subject) {
        return new Check(subject, Outcome.SKIPPED, Phrase.of("doctor.upload.not-reached"));
    }

    private void tls(URI url, @Nullable SSLSession session, List<Check> checks) {
        if (session == null && "https".equalsIgnoreCase(url.getScheme())) {
            checks.add(unreached(Subject.CERTIFICATE));
            return;
        }
        if (session == null) {
            checks.add(
                    EnvironmentProxy.isThisComputer(url.getHost())
                            ? new Check(Subject.CERTIFICATE, Outcome.GOOD, Phrase.of("doctor.certificate.local"))
                            : new Check(Subject.CERTIFICATE, Outcome.NOTE, Phrase.of("doctor.certificate.none")));
            return;
        }
        try {
            Certificate[] chain = session.getPeerCertificates();
            String names = Arrays.stream(chain)
                    .filter(X509Certificate.class::isInstance)
                    .map(each ->
                            ((X509Certificate) each).getIssuerX500Principal().getName())
                    .distinct()
                    .collect(Collectors.joining(" < "));
            boolean added = !access.settings().extraAuthorities().isEmpty() && !isTrustedBySystem(chain);
            checks.add(
                    added
                            ? new Check(
                                    Subject.CERTIFICATE,
                                    Outcome.NOTE,
                                    Phrase.of("doctor.certificate.inspected", session.getProtocol(), names))
                            : new Check(
                                    Subject.CERTIFICATE,
                                    Outcome.GOOD,
                                    Phrase.of("doctor.certificate.good", session.getProtocol(), names)));
        } catch (SSLPeerUnverifiedException e) {
            checks.add(new Check(Subject.CERTIFICATE, Outcome.BAD, Phrase.of("doctor.certificate.missing")));
        }
    }

    private static boolean isTrustedBySystem(Certificate[] chain) {
        try {
            X509Certificate[] certificates = Arrays.copyOf(chain, chain.length, X509Certificate[].class);
            TlsAuthorities.trust(List.of())
                    .checkServerTrusted(
                            certificates, certificates[0].getPublicKey().getAlgorithm());
            return true;
        } catch (java.security.cert.CertificateException | ProblemException notBySystem) {
            return false;
        }
    }

    private Check clock(@Nullable Header date) {
        if (date == null) {
            return new Check(Subject.CLOCK, Outcome.NOTE, Phrase.of("doctor.clock.untold"));
        }
        try {
            Duration skew = Duration.between(
                    ZonedDateTime.parse(date.getValue(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant(),
                    clock.instant());
            boolean good = skew.abs().compareTo(MOST_SKEW) <= 0;
            long minutes = skew.abs().toMinutes();
            if (good) {
                return new Check(Subject.CLOCK, Outcome.GOOD, Phrase.of("doctor.clock.good"));
            }
            return new Check(
                    Subject.CLOCK,
                    Outcome.NOTE,
                    skew.isNegative()
                            ? Phrase.of("doctor.clock.behind", minutes)
                            : Phrase.of("doctor.clock.ahead", minutes));
        } catch (DateTimeException e) {
            return new Check(Subject.CLOCK, Outcome.NOTE, Phrase.of("doctor.clock.unreadable"));
        }
    }

    private static Check api(Caller caller, URI api) throws InterruptedException {
        try {
            URI trials =
                    URI.create(api + (api.getPath().endsWith("/") ? "" : "/")).resolve("trials");
            Answer answer = caller.send(Call.of("GET", trials));
            return answer.isSuccess()
                    ? new Check(Subject.API, Outcome.GOOD, Phrase.of("doctor.api.good"))
                    : new Check(
                            Subject.API, Outcome.BAD, Phrase.of("doctor.status", Integer.toString(answer.status())));
        } catch (IOException | ProblemException e) {
            return new Check(Subject.API, Outcome.BAD, Phrase.of("doctor.api.silent"));
        }
    }
}
