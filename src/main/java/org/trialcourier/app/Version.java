// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

/** Name and number of this program. */
public final class Version {
    /** As it stands in packages, receipts and answers to {@code --version}. */
    public static final String NAME_AND_NUMBER = "TrialCourier " + number();

    private Version() {}

    private static String number() {
        String built = Version.class.getPackage().getImplementationVersion();
        return built == null ? "development" : built;
    }
}
