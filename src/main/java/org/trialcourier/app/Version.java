// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Name and number of this program. */
public final class Version {
    /** As it stands in packages, receipts and answers to {@code --version}. */
    public static final String NAME_AND_NUMBER = "TrialCourier " + number();

    private Version() {}

    private static String number() {
        Properties version = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                version.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return version.getProperty("number", "development");
    }
}
