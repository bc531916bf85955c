// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

/**
 * What a person chose. Folders that images came from are not among it: their names can hold names of patients.
 *
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param language a language tag, or empty for the system's
 * @param trial id of the trial last worked with, or empty
 * @param proxy {@code system}, {@code none}, {@code host:port}, {@code user@host:port} (its password
 *     stands in TRIALCOURIER_PROXY_PASSWORD), or {@code pac:} and the address of a proxy script
 * @param certificateAuthorities file with extra authorities (PEM), or empty
 * @param bytesPerSecond upper limit for sending, 0 for none
 * @param quietHours {@code HH:mm-HH:mm} in which nothing is sent, or empty
 * @param spoolLimitBytes how much may wait for sending, 0 for what the disk has
 * @param closingNotices whether the system tells of visits whose window closes by tomorrow
 */
public record Settings(
        String theme,
        String language,
        String trial,
        String proxy,
        String certificateAuthorities,
        long bytesPerSecond,
        String quietHours,
        long spoolLimitBytes,
        boolean closingNotices) {

    /** What holds until a person chooses otherwise. */
    public static Settings defaults() {
        return new Settings("system", "", "", "system", "", 0, "", 0, true);
    }

    /** These settings with another theme. */
    public Settings withTheme(String value) {
        return new Settings(
                value,
                language,
                trial,
                proxy,
                certificateAuthorities,
                bytesPerSecond,
                quietHours,
                spoolLimitBytes,
                closingNotices);
    }

    /** These settings with another trial. */
    public Settings withTrial(String value) {
        return new Settings(
                theme,
                language,
                value,
                proxy,
                certificateAuthorities,
                bytesPerSecond,
                quietHours,
                spoolLimitBytes,
                closingNotices);
    }

    /** These settings with another language. */
    public Settings withLanguage(String value) {
        return new Settings(
                theme,
                value,
                trial,
                proxy,
                certificateAuthorities,
                bytesPerSecond,
                quietHours,
                spoolLimitBytes,
                closingNotices);
    }

    /** These settings with another limit for sending. */
    public Settings withBytesPerSecond(long value) {
        return new Settings(
                theme,
                language,
                trial,
                proxy,
                certificateAuthorities,
                value,
                quietHours,
                spoolLimitBytes,
                closingNotices);
    }

    /** These settings with other quiet hours. */
    public Settings withQuietHours(String value) {
        return new Settings(
                theme,
                language,
                trial,
                proxy,
                certificateAuthorities,
                bytesPerSecond,
                value,
                spoolLimitBytes,
                closingNotices);
    }

    /** These settings with another limit for what waits. */
    public Settings withSpoolLimitBytes(long value) {
        return new Settings(
                theme,
                language,
                trial,
                proxy,
                certificateAuthorities,
                bytesPerSecond,
                quietHours,
                value,
                closingNotices);
    }

    /** These settings with another proxy. */
    public Settings withProxy(String value) {
        return new Settings(
                theme,
                language,
                trial,
                value,
                certificateAuthorities,
                bytesPerSecond,
                quietHours,
                spoolLimitBytes,
                closingNotices);
    }

    /** These settings with another file of authorities. */
    public Settings withCertificateAuthorities(String value) {
        return new Settings(
                theme, language, trial, proxy, value, bytesPerSecond, quietHours, spoolLimitBytes, closingNotices);
    }

    /** These settings with another choice about news of windows that close. */
    public Settings withClosingNotices(boolean value) {
        return new Settings(
                theme,
                language,
                trial,
                proxy,
                certificateAuthorities,
                bytesPerSecond,
                quietHours,
                spoolLimitBytes,
                value);
    }
}
