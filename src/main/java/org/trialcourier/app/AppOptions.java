// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the outside decides about the program.
 *
 * @param home the data folder
 * @param clock the time
 * @param locale of words, numbers and dates
 * @param environment environment variables (TRIALCOURIER_PASSPHRASE, TRIALCOURIER_TOKEN, proxies)
 * @param systemKeyStore whether to keep secrets in the key store of the operating system where it has one
 */
public record AppOptions(
        Path home, Clock clock, Locale locale, Map<String, String> environment, boolean systemKeyStore) {
    /** Keeps its own copy of the environment. */
    public AppOptions {
        environment = Map.copyOf(environment);
    }

    /** The usual options for a data folder; secrets are in files where TRIALCOURIER_KEYS says so. */
    public static AppOptions standard(Path home, Locale locale, Map<String, String> environment) {
        return new AppOptions(
                home,
                Clock.system(ZoneId.systemDefault()),
                locale,
                environment,
                !"file".equals(environment.get("TRIALCOURIER_KEYS")));
    }

    /** These options for another data folder. */
    public AppOptions withHome(Path other) {
        return new AppOptions(other, clock, locale, environment, systemKeyStore);
    }

    /** These options with one more environment variable. */
    public AppOptions withEnvironment(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new AppOptions(home, clock, locale, more, systemKeyStore);
    }

    /** These options with secrets in files below the data folder. */
    public AppOptions withSecretsInFiles() {
        return new AppOptions(home, clock, locale, environment, false);
    }

    /** Where the data folder is on this computer unless somebody says otherwise. */
    public static Path usualHome(Map<String, String> environment) {
        return usualHome(environment, System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * Where the data folder is unless somebody says otherwise: what the operating system has for data of programs, or
     * the folder that TRIALCOURIER_HOME names. Where systems have HOME it comes before what the list of users says.
     */
    static Path usualHome(Map<String, String> environment, String system, Path user) {
        String named = environment.getOrDefault("TRIALCOURIER_HOME", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        if (system.startsWith("Windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isBlank() ? user.resolve("AppData").resolve("Local") : Path.of(local))
                    .resolve("TrialCourier");
        }
        if (system.startsWith("Mac")) {
            return user.resolve("Library").resolve("Application Support").resolve("TrialCourier");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        String own = environment.getOrDefault("HOME", "");
        Path home = own.isBlank() ? user : Path.of(own);
        return (data.isBlank() ? home.resolve(".local").resolve("share") : Path.of(data)).resolve("trialcourier");
    }
}
