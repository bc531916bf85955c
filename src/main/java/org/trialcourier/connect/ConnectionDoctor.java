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
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.Examination.Check;
import org.trialcourier.connect.Examination.Outcome;
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
            checks.add(new Check("upload", Outcome.SKIPPED, "The receiver was not reached."));
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
            return new Check("name (DNS)", Outcome.GOOD, url.getHost() + " is " + addresses + ".");
        } catch (UnknownHostException e) {
            boolean proxied = proxyFor(url).type() != Proxy.Type.DIRECT;
            return new Check(
                    "name (DNS)",
                    proxied ? Outcome.NOTE : Outcome.BAD,
                    url.getHost() + " is not known to this computer's name server"
                            + (proxied ? "; the proxy may know it." : "."));
        }
    }

    private Check proxy(URI url) {
        ProxySelector selector = Proxies.selector(access.settings().proxy());
        Proxy proxy = selector.select(url).getFirst();
        String source = source(access.settings().proxy());
        if (selector instanceof PacProxy script && script.trouble() != null) {
            return new Check("proxy", Outcome.BAD, source + " does not work: " + script.trouble() + ".");
        }
        if (proxy.type() == Proxy.Type.DIRECT || !(proxy.address() instanceof InetSocketAddress address)) {
            return new Check("proxy", Outcome.GOOD, "None (" + source + "): the receiver is reached directly.");
        }
        String place = address.getHostString() + ":" + address.getPort() + " (" + source + ")";
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), PROXY_WAIT_MILLIS);
            return new Check("proxy", Outcome.GOOD, place + " answers.");
        } catch (IOException e) {
            return new Check("proxy", Outcome.BAD, place + " does not answer.");
        }
    }

    private static String source(ProxyChoice choice) {
        return switch (choice) {
            case ProxyChoice.OfSystem system -> "the system's setting";
            case ProxyChoice.None none -> "chosen here";
            case ProxyChoice.Script script -> "proxy script " + script.place();
            case ProxyChoice.Manual manual -> "set here";
        };
    }

    private Proxy proxyFor(URI url) {
        return Proxies.selector(access.settings().proxy()).select(url).getFirst();
    }

    private boolean connection(URI url, List<Check> checks) throws InterruptedException {
        HttpClientContext context = HttpClientContext.create();
        long started = System.nanoTime();
        try {
            Header date = access.client().execute(new HttpOptions(url), context, response -> {
                Header header = response.getFirstHeader("Date");
                checks.add(
                        response.getCode() == 407
                                ? new Check("proxy sign-in", Outcome.BAD, proxySignIn(response))
                                : new Check(
                                        "connection",
                                        Outcome.GOOD,
                                        "Answered with status " + response.getCode() + " after "
                                                + Duration.ofNanos(System.nanoTime() - started)
                                                        .toMillis() + " ms."));
                return header;
            });
            tls(url, context.getSSLSession(), checks);
            checks.add(clock(date));
            return checks.stream()
                    .noneMatch(check ->
                            check.outcome() == Outcome.BAD && !check.name().equals("name (DNS)"));
        } catch (IOException e) {
            Problem problem = Failures.problem(url, e);
            checks.add(
                    switch (problem) {
                        case Problem.Untrusted untrusted ->
                            new Check(
                                    "certificate (TLS)",
                                    Outcome.BAD,
                                    "Not trusted: " + untrusted.issuer()
                                            + ". If this authority belongs to your hospital's inspecting proxy, add its"
                                            + " certificate in Settings; certificate checks cannot be switched off.");
                        case Problem.Offline offline ->
                            new Check("connection", Outcome.BAD, "Failed: " + offline.detail() + ".");
                        default -> new Check("connection", Outcome.BAD, "Failed.");
                    });
            return false;
        }
    }

    /** Which ways of signing in the proxy takes; of those only Basic and Digest can be used. */
    private static String proxySignIn(HttpResponse response) {
        Set<String> ways = Arrays.stream(response.getHeaders("Proxy-Authenticate"))
                .map(header -> header.getValue().strip().split("[ ,]", 2)[0])
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        if (ways.isEmpty() || ways.contains("Basic") || ways.contains("Digest")) {
            return "The proxy asks for a user and a password, or does not take the ones given.";
        }
        return "The proxy takes sign-ins by " + String.join(", ", ways)
                + " only. TrialCourier signs in by Basic or Digest: ask for one of these, or for a way to the receiver"
                + " without sign-in.";
    }

    private void tls(URI url, @Nullable SSLSession session, List<Check> checks) {
        if (session == null) {
            boolean local = EnvironmentProxy.isThisComputer(url.getHost());
            checks.add(new Check(
                    "certificate (TLS)",
                    local ? Outcome.GOOD : Outcome.NOTE,
                    local ? "Not needed on this computer." : "The address is http: nothing is encrypted on the way."));
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
            checks.add(new Check(
                    "certificate (TLS)",
                    added ? Outcome.NOTE : Outcome.GOOD,
                    session.getProtocol() + ", signed by " + names
                            + (added
                                    ? ". This authority was added on this computer: the connection is probably"
                                            + " inspected on the way."
                                    : ".")));
        } catch (SSLPeerUnverifiedException e) {
            checks.add(new Check("certificate (TLS)", Outcome.BAD, "The receiver showed no certificate."));
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
            return new Check("clock", Outcome.NOTE, "The receiver does not say what time it is.");
        }
        try {
            Duration skew = Duration.between(
                    ZonedDateTime.parse(date.getValue(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant(),
                    clock.instant());
            boolean good = skew.abs().compareTo(MOST_SKEW) <= 0;
            return new Check(
                    "clock",
                    good ? Outcome.GOOD : Outcome.NOTE,
                    good
                            ? "This computer and the receiver agree."
                            : "This computer is " + skew.abs().toMinutes() + " minutes "
                                    + (skew.isNegative() ? "behind" : "ahead of") + " the receiver.");
        } catch (DateTimeException e) {
            return new Check("clock", Outcome.NOTE, "The receiver's time cannot be read.");
        }
    }

    private static Check api(Caller caller, URI api) throws InterruptedException {
        try {
            URI trials =
                    URI.create(api + (api.getPath().endsWith("/") ? "" : "/")).resolve("trials");
            Answer answer = caller.send(Call.of("GET", trials));
            return answer.isSuccess()
                    ? new Check("Submission API", Outcome.GOOD, "Answers.")
                    : new Check("Submission API", Outcome.BAD, "Answers with status " + answer.status() + ".");
        } catch (IOException | ProblemException e) {
            return new Check("Submission API", Outcome.BAD, "Does not answer.");
        }
    }
}
