// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.SignInHint;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.problem.ProblemException;

/**
 * Where a trial is fetched from: {@code trialcourier://join?api=https://…/api/v1/&trial=ID}, as a platform puts it into a
 * mail, or the address of the trial itself, {@code https://…/api/v1/trials/ID}. Plain http is taken on this computer only.
 *
 * @param api root of the Submission API, ending in a slash
 * @param trial the trial's id
 * @param signIn how to sign in before the trial file, which says it too, has come ({@code issuer}, {@code client} and
 *     {@code scope} of a link)
 */
public record TrialLink(URI api, String trial, DestinationSpec.SignIn signIn) {
    /** The scheme that installers register. */
    public static final String SCHEME = "trialcourier";

    private static final Pattern ADDRESS = Pattern.compile("(.+/)trials/([^/]+)/?");

    /** Whether a word is meant as a link or an address and not as the name of a file. */
    public static boolean looksLikeOne(String word) {
        return word.strip().matches("(?i)(trialcourier|https?):.*");
    }

    /**
     * Reads a link.
     *
     * @throws ProblemException with {@link Problem.BadFile}, all mistakes at once
     */
    public static TrialLink of(String text) throws ProblemException {
        List<Mistake> mistakes = new ArrayList<>();
        TrialLink link = parse(text.strip(), mistakes);
        if (link == null || !mistakes.isEmpty()) {
            throw new ProblemException(new Problem.BadFile(text.strip(), mistakes));
        }
        return link;
    }

    /** The address of the trial, which {@link #of} takes. */
    public URI address() {
        return api.resolve("trials/" + encoded(trial));
    }

    /** The link of the trial, which opens the program. */
    public URI link() {
        return URI.create(SCHEME + "://join?api=" + encoded(api.toString()) + "&trial=" + encoded(trial));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The same, with the way to sign in that its server told. */
    public TrialLink with(DestinationSpec.SignIn way) {
        return new TrialLink(api, trial, way);
    }

    private static @Nullable TrialLink parse(String text, List<Mistake> mistakes) {
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException notAnAddress) {
            mistakes.add(new Mistake("link", "why.link-no-address"));
            return null;
        }
        if (SCHEME.equalsIgnoreCase(address.getScheme())) {
            Map<String, String> given = parameters(address.getRawQuery(), mistakes);
            URI api = api(given.getOrDefault("api", ""), mistakes);
            String trial = id(given.getOrDefault("trial", ""), mistakes);
            return new TrialLink(api, trial, signIn(given, mistakes));
        }
        Matcher parts = ADDRESS.matcher(address.getRawPath() == null ? "" : address.getRawPath());
        if (!parts.matches()) {
            mistakes.add(new Mistake("link", "why.link-no-trial"));
            return null;
        }
        URI api = api(address.getScheme() + "://" + address.getRawAuthority() + parts.group(1), mistakes);
        return new TrialLink(api, id(decoded(parts.group(2)), mistakes), DestinationSpec.SignIn.NONE);
    }

    private static Map<String, String> parameters(@Nullable String query, List<Mistake> mistakes) {
        Map<String, String> given = new HashMap<>();
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (given.put(name, value) != null) {
                mistakes.add(new Mistake(name, "is there twice"));
            }
        }
        return given;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    private static URI api(String value, List<Mistake> mistakes) {
        URI api = secure("api", value, mistakes);
        return api.getRawPath().endsWith("/") ? api : api.resolve(api.getRawPath() + "/");
    }

    private static URI secure(String name, String value, List<Mistake> mistakes) {
        try {
            URI url = URI.create(value);
            String host = String.valueOf(url.getHost());
            boolean here = host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.\\d+\\.\\d+\\.\\d+");
            boolean safe =
                    "https".equalsIgnoreCase(url.getScheme()) || ("http".equalsIgnoreCase(url.getScheme()) && here);
            if (safe && url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null) {
                return url;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // the mistake below says so
        }
        mistakes.add(new Mistake(name, "must be an https address without a name or password in it"));
        return JsonSpot.NOWHERE;
    }

    private static String id(String value, List<Mistake> mistakes) {
        if (!TrialReader.isId(value)) {
            mistakes.add(new Mistake("trial", "is no id of a trial: " + JsonSpot.quoted(value)));
        }
        return value;
    }

    private static DestinationSpec.SignIn signIn(Map<String, String> given, List<Mistake> mistakes) {
        String issuer = given.getOrDefault("issuer", "");
        return issuer.isEmpty()
                ? DestinationSpec.SignIn.NONE
                : new DestinationSpec.SignIn(
                        DestinationSpec.Kind.DEVICE_CODE,
                        secure("issuer", issuer, mistakes),
                        given.getOrDefault("client", SignInHint.CLIENT),
                        given.getOrDefault("scope", ""));
    }
}
