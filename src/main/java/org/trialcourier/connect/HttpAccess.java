// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import org.trialcourier.problem.ProblemException;

/**
 * The one way to the network: HTTP/1.1 with kept-alive connections, the chosen proxy, TLS 1.2 or newer with the system's
 * authorities and those added. It follows no redirect and repeats nothing by itself. Safe for several threads.
 */
public final class HttpAccess implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    private final ConnectionSettings settings;
    private final CloseableHttpClient client;

    private final ProxySelector proxies;

    private HttpAccess(ConnectionSettings settings, CloseableHttpClient client, ProxySelector proxies) {
        this.settings = settings;
        this.client = client;
        this.proxies = proxies;
    }

    /**
     * Opens the way that the settings describe.
     *
     * @throws ProblemException with {@code Unreadable} where an extra authority cannot be read
     */
    public static HttpAccess open(ConnectionSettings settings) throws ProblemException {
        Timeout stall = Timeout.of(settings.stallTimeout());
        ProxySelector proxies = Proxies.selector(settings.proxy());
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(TlsAuthorities.strategy(settings.extraAuthorities()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setSocketTimeout(stall)
                                .setValidateAfterInactivity(2, TimeUnit.SECONDS)
                                .build())
                        .setDefaultSocketConfig(SocketConfig.custom()
                                .setTcpNoDelay(true)
                                .setSoKeepAlive(true)
                                .build())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(stall)
                        .setExpectContinueEnabled(false)
                        .build())
                .setProxySelector(proxies)
                .setDefaultCredentialsProvider(Proxies.credentials(settings.proxy()))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .setUserAgent("TrialCourier")
                .build();
        return new HttpAccess(settings, client, proxies);
    }

    /** The client. */
    public CloseableHttpClient client() {
        return client;
    }

    /** The proxy on the way to an address; empty where it is reached directly. */
    Optional<InetSocketAddress> proxyFor(URI url) {
        Proxy proxy = proxies.select(url).getFirst();
        return proxy.type() != Proxy.Type.DIRECT && proxy.address() instanceof InetSocketAddress address
                ? Optional.of(address)
                : Optional.empty();
    }

    /** What it was opened with. */
    public ConnectionSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
