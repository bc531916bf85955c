// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.LambdaFunction;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;
import org.trialcourier.problem.Phrase;

/**
 * A proxy script ({@code FindProxyForURL}), as hospitals hand it out. It runs interpreted, with the functions of the PAC
 * format and nothing else: no Java class, no file, and an end where it would not stop by itself.
 */
final class PacScript {
    private static final int LOOK_EVERY = 100_000;
    private static final int MOST_LOOKS = 100;

    private final String script;

    /** A script's text. */
    PacScript(String script) {
        this.script = script;
    }

    /** The script cannot be run, or does not say what to do. */
    static final class BrokenScript extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Phrase why;

        BrokenScript(Phrase why) {
            super(why.key());
            this.why = why;
        }

        /** What is wrong with it. */
        Phrase why() {
            return why;
        }
    }

    /** The ways to an address in the order in which the script wants them tried; of an https address it sees the host only. */
    List<Proxy> find(URI address) throws BrokenScript {
        String host = String.valueOf(address.getHost());
        String seen = "https".equalsIgnoreCase(address.getScheme()) ? "https://" + host + "/" : address.toString();
        try (Context context = new Sandbox().enterContext()) {
            context.setInterpretedMode(true);
            context.setInstructionObserverThreshold(LOOK_EVERY);
            context.setClassShutter(name -> false);
            ScriptableObject scope = context.initSafeStandardObjects();
            function(scope, "dnsResolve", 1, arguments -> resolve(Context.toString(arguments[0])));
            function(scope, "myIpAddress", 0, arguments -> ownAddress());
            context.evaluateString(scope, functions(), "functions", 1, null);
            context.evaluateString(scope, script, "proxy script", 1, null);
            if (!(scope.get("FindProxyForURL", scope) instanceof Function find)) {
                throw new BrokenScript(Phrase.of("doctor.script.no-function"));
            }
            return parse(Context.toString(find.call(context, scope, scope, new Object[] {seen, host})));
        } catch (RhinoException e) {
            throw new BrokenScript(Phrase.of("doctor.script.fails", e.lineNumber()));
        } catch (EndlessScript e) {
            throw new BrokenScript(Phrase.of("doctor.script.endless"));
        }
    }

    /** {@code PROXY host:port; SOCKS host:port; DIRECT}. */
    static List<Proxy> parse(String answer) throws BrokenScript {
        List<Proxy> ways = new ArrayList<>();
        for (String way : answer.split(";", -1)) {
            String[] words = way.strip().split("\\s+", 2);
            switch (words[0].toUpperCase(Locale.ROOT)) {
                case "DIRECT" -> ways.add(Proxy.NO_PROXY);
                case "PROXY", "HTTP" -> ways.add(new Proxy(Proxy.Type.HTTP, place(words)));
                default -> {
                    // SOCKS and proxies by https are not spoken here; the next way may be
                }
            }
        }
        if (ways.isEmpty()) {
            throw new BrokenScript(Phrase.of("doctor.script.no-proxy"));
        }
        return ways;
    }

    private static InetSocketAddress place(String[] words) throws BrokenScript {
        String text = words.length < 2 ? "" : words[1].strip();
        int colon = text.lastIndexOf(':');
        String port = colon < 0 ? "80" : text.substring(colon + 1);
        if (text.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new BrokenScript(Phrase.of("doctor.script.no-proxy"));
        }
        return InetSocketAddress.createUnresolved(colon < 0 ? text : text.substring(0, colon), Integer.parseInt(port));
    }

    /** What a function of the host gets and gives. */
    private interface Body {
        @Nullable
        Object of(Object[] arguments);
    }

    private static void function(ScriptableObject scope, String name, int arguments, Body body) {
        scope.put(
                name,
                scope,
                new LambdaFunction(
                        scope,
                        name,
                        arguments,
                        (context, inner, self, given) -> given.length < arguments ? null : body.of(given)));
    }

    private static @Nullable Object resolve(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException unknown) {
            return null;
        }
    }

    private static String ownAddress() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException unknown) {
            return "127.0.0.1";
        }
    }

    private static String functions() {
        try (InputStream in = PacScript.class.getResourceAsStream("pac.js")) {
            if (in == null) {
                throw new IllegalStateException("the program is not complete: pac.js");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class EndlessScript extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Counts what a script does, and stops one that does too much. */
    private static final class Sandbox extends ContextFactory {
        private int looks;

        @Override
        protected void observeInstructionCount(Context context, int instructions) {
            if (++looks > MOST_LOOKS) {
                throw new EndlessScript();
            }
        }
    }
}
