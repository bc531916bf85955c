// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The system's proxy: what Java knows (system properties, and the desktop's settings with
 * {@code java.net.useSystemProxies}), else the variables {@code https_proxy}, {@code http_proxy}, {@code all_proxy} and
 * {@code no_proxy} in either case. This computer itself is always reached directly.
 */
final class EnvironmentProxy extends ProxySelector {
    private final Map<String, String> environment;
    private final @Nullable ProxySelector system;

    EnvironmentProxy(Map<String, String> environment, @Nullable ProxySelector system) {
        this.environment = environment;
        this.system = system;
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = address.getHost();
        if (isThisComputer(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        if (system != null) {
            List<Proxy> known = system.select(address);
            if (known.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)) {
                return known;
            }
        }
        String setting = variable(address.getScheme() + "_proxy");
        if (setting.isEmpty()) {
            setting = variable("all_proxy");
        }
        if (setting.isEmpty() || isExcepted(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        return place(setting)
                .map(place -> List.of(new Proxy(Proxy.Type.HTTP, place)))
                .orElse(List.of(Proxy.NO_PROXY));
    }

    private static Optional<InetSocketAddress> place(String setting) {
        URI proxy = URI.create(setting.contains("://") ? setting : "http://" + setting);
        return Optional.ofNullable(proxy.getHost())
                .map(host -> InetSocketAddress.createUnresolved(host, proxy.getPort() >= 0 ? proxy.getPort() : 80));
    }

    /** A user whom a variable names with its proxy: {@code http://user:password@host:port}. */
    record User(InetSocketAddress proxy, String name, String password) {}

    /** The users of all variables. */
    List<User> users() {
        List<User> users = new ArrayList<>();
        for (String name : List.of("https_proxy", "http_proxy", "all_proxy")) {
            String setting = variable(name);
            if (setting.contains("@")) {
                String user = URI.create(setting.contains("://") ? setting : "http://" + setting)
                        .getUserInfo();
                String[] words = user == null ? new String[0] : user.split(":", 2);
                place(setting)
                        .filter(place -> words.length > 0)
                        .ifPresent(place -> users.add(new User(place, words[0], words.length > 1 ? words[1] : "")));
            }
        }
        return users;
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxyAddress, IOException failure) {
        if (system != null) {
            system.connectFailed(address, proxyAddress, failure);
        }
    }

    static boolean isThisComputer(@Nullable String host) {
        return host == null
                || host.equalsIgnoreCase("localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("::1")
                || host.equals("[::1]");
    }

    private boolean isExcepted(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        for (String entry : variable("no_proxy").toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
            String suffix = entry.startsWith("*.") ? entry.substring(1) : entry;
            if (suffix.equals("*")
                    || name.equals(suffix)
                    || (!suffix.isEmpty() && name.endsWith(suffix.startsWith(".") ? suffix : "." + suffix))) {
                return true;
            }
        }
        return false;
    }

    private String variable(String name) {
        String lower = environment.getOrDefault(name, "");
        return lower.isEmpty() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
    }
}
