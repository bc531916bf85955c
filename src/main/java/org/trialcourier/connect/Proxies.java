// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;

/** Turns the choice of a proxy into what the HTTP client wants. */
final class Proxies {
    static {
        // The JDK asks the desktop for its proxies, scripts included, only where it is told to before it first looks.
        if (System.getProperty("java.net.useSystemProxies") == null) {
            System.setProperty("java.net.useSystemProxies", "true");
        }
    }

    private Proxies() {}

    static ProxySelector selector(ProxyChoice choice) {
        return switch (choice) {
            case ProxyChoice.OfSystem ignored -> new EnvironmentProxy(System.getenv(), ProxySelector.getDefault());
            case ProxyChoice.None ignored -> new Always(Proxy.NO_PROXY);
            case ProxyChoice.Script script -> new PacProxy(script.place());
            case ProxyChoice.Manual manual ->
                new Always(
                        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(manual.host(), manual.port())));
        };
    }

    static CredentialsProvider credentials(ProxyChoice choice) {
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        if (choice instanceof ProxyChoice.OfSystem) {
            for (EnvironmentProxy.User user : new EnvironmentProxy(System.getenv(), null).users()) {
                credentials.setCredentials(
                        new AuthScope(user.proxy().getHostString(), user.proxy().getPort()),
                        new UsernamePasswordCredentials(
                                user.name(), user.password().toCharArray()));
            }
        }
        if (choice instanceof ProxyChoice.Manual manual && manual.user() != null) {
            String password = manual.password();
            credentials.setCredentials(
                    new AuthScope(manual.host(), manual.port()),
                    new UsernamePasswordCredentials(
                            manual.user(), password == null ? new char[0] : password.toCharArray()));
        }
        return credentials;
    }

    /** Whether there is a user who could sign in at the proxy. */
    static boolean hasUser(ProxyChoice choice) {
        return switch (choice) {
            case ProxyChoice.OfSystem ignored ->
                !new EnvironmentProxy(System.getenv(), null).users().isEmpty();
            case ProxyChoice.Manual manual -> manual.user() != null;
            case ProxyChoice.None ignored -> false;
            case ProxyChoice.Script ignored -> false;
        };
    }

    /** The same answer for every address, except that this computer itself is always reached directly. */
    private static final class Always extends ProxySelector {
        private final Proxy proxy;

        Always(Proxy proxy) {
            this.proxy = proxy;
        }

        @Override
        public List<Proxy> select(URI address) {
            return List.of(EnvironmentProxy.isThisComputer(address.getHost()) ? Proxy.NO_PROXY : proxy);
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxyAddress, IOException failure) {
            // the exchange fails with the same exception
        }
    }
}
