// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Where known devices write into their pictures. A proposal for a person, not a proof that nothing is elsewhere. */
public final class DeviceTemplates {
    private static final String FILE = "device-templates.tsv";
    private static final int FIELDS = 8;
    private static final List<Template> ALL = read();

    private DeviceTemplates() {}

    private record Template(String manufacturer, String model, int rows, int columns, Box box) {
        static Template of(String line) {
            String[] field = line.split("\t", FIELDS);
            return new Template(
                    field[0],
                    field[1],
                    Integer.parseInt(field[2]),
                    field[3].isEmpty() ? 0 : Integer.parseInt(field[3]),
                    new Box(
                            Integer.parseInt(field[4]),
                            Integer.parseInt(field[5]),
                            Integer.parseInt(field[6]),
                            Integer.parseInt(field[7])));
        }
    }

    /** Rectangles for images of a device and size, cut to the image; empty where nothing is known. */
    public static List<Box> of(String manufacturer, String model, int columns, int rows) {
        return ALL.stream()
                .filter(one -> one.rows == rows && (one.columns == 0 || one.columns == columns))
                .filter(one -> isPart(one.manufacturer, manufacturer) && isPart(one.model, model))
                .map(one -> one.box.within(columns, rows))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static boolean isPart(String part, String name) {
        return name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static List<Template> read() {
        try (InputStream in = Objects.requireNonNull(DeviceTemplates.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Template::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
