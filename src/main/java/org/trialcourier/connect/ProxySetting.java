// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * The proxy as the settings keep it: {@code system}, {@code none}, {@code host:port}, {@code user@host:port}, or {@code
 * pac:} and the address of a script. What a person typed into their file may be anything: where it is none of these,
 * nothing goes out.
 */
public final class ProxySetting {
    /** What stands before the address of a proxy script. */
    public static final String SCRIPT = "pac:";

    private static final Pattern PLACE = Pattern.compile(
            "(?:([^:/\\s]+)@)?((?!\\d+(?::|$))\\p{Alnum}[\\p{Alnum}._-]*|\\[[0-9a-fA-F:.]+])(?::(\\d{1,5}))?");
    private static final int USUAL_PORT = 8080;
    private static final int LARGEST_PORT = 65_535;

    private ProxySetting() {}

    /**
     * Reads it.
     *
     * @param password of the user, where it names one; it is kept apart from the settings
     * @throws ProblemException {@code ProxyUnusable}
     */
    public static ProxyChoice read(String setting, @Nullable String password) throws ProblemException {
        return choice(setting.strip(), password).orElseThrow(() -> new ProblemException(new Problem.ProxyUnusable()));
    }

    /** Whether it says which proxy to use. */
    public static boolean isUnderstood(String setting) {
        return choice(setting.strip(), null).isPresent();
    }

    private static Optional<ProxyChoice> choice(String setting, @Nullable String password) {
        return switch (setting) {
            case "", "system" -> Optional.of(new ProxyChoice.OfSystem());
            case "none" -> Optional.of(new ProxyChoice.None());
            default ->
                setting.startsWith(SCRIPT) ? script(setting.substring(SCRIPT.length())) : manual(setting, password);
        };
    }

    private static Optional<ProxyChoice> script(String address) {
        try {
            URI place = URI.create(address);
            boolean known =
                    switch (String.valueOf(place.getScheme())) {
                        case "http", "https" -> place.getHost() != null;
                        case "file" -> place.getPath() != null;
                        default -> false;
                    };
            return known ? Optional.of(new ProxyChoice.Script(place)) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<ProxyChoice> manual(String setting, @Nullable String password) {
        Matcher parts = PLACE.matcher(setting);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = parts.group(3) == null ? USUAL_PORT : Integer.parseInt(parts.group(3));
        String user = parts.group(1);
        return port < 1 || port > LARGEST_PORT
                ? Optional.empty()
                : Optional.of(new ProxyChoice.Manual(parts.group(2), port, user, user == null ? null : password));
    }
}
