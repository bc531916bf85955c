// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.SigningPin;
import org.trialcourier.text.Words;

/** A process that keeps secrets the way the program does, or reads them, and says what it found. */
final class KeyStoreUser {
    static final String TOKEN = "an example token";
    static final String PIN = "2468";

    private KeyStoreUser() {}

    /** Arguments: the data folder, and {@code keep} or {@code read}. */
    public static void main(String[] arguments) throws Exception {
        int code = 0;
        try {
            App app = App.open(AppOptions.standard(Path.of(arguments[0]), Locale.ENGLISH, Map.of()));
            System.out.println("device "
                    + HexFormat.of()
                            .formatHex(DeviceKey.of(app.secrets()).getPublic().getEncoded()));
            SigningPin pin = new SigningPin(app.secrets());
            if (arguments[1].equals("keep")) {
                app.secrets().put("token", TOKEN.getBytes(StandardCharsets.UTF_8));
                pin.choose(PIN);
            }
            System.out.println("key " + HexFormat.of().formatHex(app.keys().of("TRIAL", "014")));
            System.out.println("token "
                    + app.secrets()
                            .get("token")
                            .map(token -> new String(token, StandardCharsets.UTF_8))
                            .orElse("none"));
            System.out.println("pin " + pin.matches(PIN, app.clock().instant()));
            System.out.println("place " + app.words().say(app.secrets().place()));
        } catch (ProblemException e) {
            System.out.println(
                    "problem " + Words.of(Locale.ENGLISH).of(e.problem()).paragraph());
            code = 1;
        }
        System.exit(code);
    }
}
