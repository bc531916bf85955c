// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What kinds of objects there are (PS3.4 B.5): names and information object definitions of the storage SOP classes. */
public final class SopClass {
    /** A directory of a disc (PS3.3 F), not an object to send. */
    public static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";

    private static final Map<String, String[]> KNOWN = load();
    private static final String STANDARD_STORAGE = "1.2.840.10008.5.1.4.1.1.";

    private SopClass() {}

    /** The standard's name of a SOP class, or the UID itself where it is not known. */
    public static String name(String uid) {
        String[] found = KNOWN.get(uid);
        return found == null ? uid : found[1];
    }

    /** Whether a UID is that of a storage SOP class of the standard, also of one newer than this program. */
    public static boolean isStorage(String uid) {
        return KNOWN.containsKey(uid) || uid.startsWith(STANDARD_STORAGE);
    }

    /** The information object definition of a SOP class, by its name in PS3.3: {@code "CT Image"}. */
    public static Optional<String> iod(String uid) {
        return Optional.ofNullable(KNOWN.get(uid)).map(found -> found[2]).filter(name -> !name.isEmpty());
    }

    private static Map<String, String[]> load() {
        Map<String, String[]> map = new HashMap<>();
        InputStream resource =
                Objects.requireNonNull(SopClass.class.getResourceAsStream("sop-classes.txt"), "sop-classes.txt");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] field = line.split("\t", -1);
                    map.put(field[0], field);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return map;
    }
}
