// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The data elements of the standard (PS3.6 6 to 8 and PS3.7 E), read once from a resource made from its tables. */
public final class Dictionary {
    private static final Dictionary STANDARD = new Dictionary();

    private final Map<Integer, Entry> byTag = new HashMap<>(12_000);
    private final Map<String, Entry> byKeyword = new HashMap<>(12_000);
    private final List<Repeating> repeating = new ArrayList<>();

    /**
     * One data element of the standard.
     *
     * @param tag its tag; in repeating groups the one that was asked for
     * @param vr its value representation; where the standard leaves a choice, the one that is always right to read
     * @param choice the standard's own words on the VR, for example {@code "US or SS"}
     * @param vm its value multiplicity, for example {@code 1-n}
     */
    public record Entry(int tag, String keyword, String name, Vr vr, String choice, String vm, boolean retired) {
        private Entry at(int asked) {
            return new Entry(asked, keyword, name, vr, choice, vm, retired);
        }
    }

    private record Repeating(int mask, int value, Entry entry) {}

    private Dictionary() {
        InputStream resource =
                Objects.requireNonNull(Dictionary.class.getResourceAsStream("attributes.txt"), "attributes.txt");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    add(line.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dictionary of the standard. */
    public static Dictionary standard() {
        return STANDARD;
    }

    /** The element with a tag, those of repeating groups (curves, overlays) too. */
    public Optional<Entry> find(int tag) {
        Entry found = byTag.get(tag);
        if (found != null) {
            return Optional.of(found);
        }
        for (Repeating range : repeating) {
            if ((tag & range.mask()) == range.value() && !Tag.isPrivate(tag)) {
                return Optional.of(range.entry().at(tag));
            }
        }
        return Optional.empty();
    }

    /** The element with a keyword such as {@code PatientID}. */
    public Optional<Entry> find(String keyword) {
        return Optional.ofNullable(byKeyword.get(keyword));
    }

    /**
     * The VR that the bytes of an element have where the file does not say: group lengths are UL, private creators LO,
     * and what nobody knows is UN.
     */
    public Vr vrOf(int tag) {
        Entry found = byTag.get(tag);
        if (found != null) {
            return found.vr();
        }
        if (Tag.isGroupLength(tag)) {
            return Vr.UL;
        }
        if (Tag.isPrivate(tag)) {
            return Tag.isPrivateCreator(tag) ? Vr.LO : Vr.UN;
        }
        return find(tag).map(Entry::vr).orElse(Vr.UN);
    }

    /** Fields: tag (x for any digit), VR or choice of VRs, multiplicity, R where retired, keyword, name. */
    private void add(String[] field) {
        String digits = field[0];
        int tag = Integer.parseUnsignedInt(digits.replace('x', '0'), 16);
        Entry entry = new Entry(tag, field[4], field[5], vr(field[1]), field[1], field[2], field[3].equals("R"));
        if (digits.indexOf('x') < 0) {
            byTag.put(tag, entry);
        } else {
            int mask =
                    Integer.parseUnsignedInt(digits.replaceAll("[0-9A-F]", "F").replace('x', '0'), 16);
            repeating.add(new Repeating(mask, tag, entry));
        }
        byKeyword.putIfAbsent(entry.keyword(), entry);
    }

    private static Vr vr(String choice) {
        if (choice.contains("OW")) {
            return Vr.OW;
        }
        return Vr.valueOf(choice.substring(0, 2));
    }
}
