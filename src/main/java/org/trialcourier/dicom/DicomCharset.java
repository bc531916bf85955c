// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The character set of a data set's text, as named by Specific Character Set (0008,0005): one set, one with code
 * extensions by ISO 2022, UTF-8, GB18030 or GBK (PS3.3 C.12.1.1.2). Names that are misspelt in known ways are
 * understood; bytes that the named set does not have are read as UTF-8 where they are that, else as Latin 1, so that
 * no text of a patient is overlooked.
 */
public final class DicomCharset {
    private static final Pattern STANDARD = Pattern.compile("^ISO ?(2022)? ?(?=IR)");
    private static final Pattern NUMBER = Pattern.compile("^IR ?(?=\\d)");

    /** No character set named: ASCII. */
    public static final DicomCharset ASCII = new DicomCharset(List.of());
    /** UTF-8, {@code ISO_IR 192}. */
    public static final DicomCharset UTF_8 = new DicomCharset(List.of("ISO_IR 192"));

    private final List<String> terms;
    private final @Nullable Charset whole;
    private final List<CodeSet> sets;

    private DicomCharset(List<String> terms) {
        this.terms = List.copyOf(terms);
        this.whole = terms.isEmpty() ? null : whole(normal(terms.getFirst()));
        this.sets = new ArrayList<>();
        if (whole == null) {
            for (String term : terms) {
                CodeSet set = CodeSet.of(normal(term));
                sets.add(set == null ? CodeSet.ASCII : set);
            }
        }
        if (sets.isEmpty()) {
            sets.add(CodeSet.ASCII);
        }
    }

    /** The character set that the values of Specific Character Set name; none means ASCII. */
    public static DicomCharset of(List<String> terms) {
        if (terms.stream().allMatch(String::isBlank)) {
            return ASCII;
        }
        return new DicomCharset(terms);
    }

    /** The values of Specific Character Set, as they stand there. */
    public List<String> terms() {
        return terms;
    }

    /** Reads text, delimiters and padding included. */
    public String decode(byte[] data) {
        return decode(data, 0, data.length);
    }

    /** Reads a part of an array as text. */
    public String decode(byte[] data, int from, int to) {
        boolean plain = true;
        boolean high = false;
        for (int i = from; i < to && plain; i++) {
            high |= data[i] < 0;
            plain = data[i] >= 0 && data[i] != Iso2022.ESCAPE;
        }
        if (plain && !high) {
            return new String(data, from, to - from, StandardCharsets.ISO_8859_1);
        }
        if (whole != null) {
            String text = new String(data, from, to - from, whole);
            return text.indexOf('\uFFFD') < 0 ? text : Iso2022.lenient(data, from, to);
        }
        return Iso2022.decode(sets, data, from, to);
    }

    /** Writes text; a character that the set does not have becomes a question mark, see {@link #canEncode}. */
    public byte[] encode(String text) {
        return whole != null ? text.getBytes(whole) : Iso2022.encode(sets, text);
    }

    /** Whether every character of a text can be written in this set. */
    public boolean canEncode(String text) {
        return decode(encode(text)).equals(text);
    }

    private static @Nullable Charset whole(String name) {
        return switch (name) {
            case "IR 192", "UTF 8", "UTF8" -> StandardCharsets.UTF_8;
            case "GB18030" -> Charset.forName("GB18030");
            case "GBK" -> Charset.forName("GBK");
            default -> null;
        };
    }

    /** {@code ISO 2022 IR 100}, {@code ISO_IR 100}, {@code iso-ir-100}, {@code ISO_IR_100}: all are {@code IR 100}. */
    private static String normal(String term) {
        String name = term.strip().toUpperCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        name = NUMBER.matcher(STANDARD.matcher(name).replaceFirst("")).replaceFirst("IR ");
        if (name.startsWith("ISO 8859 1") && name.length() == 10 || name.equals("LATIN1")) {
            return "IR 100";
        }
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DicomCharset charset && terms.equals(charset.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return terms.isEmpty() ? "ASCII" : String.join("\\", terms);
    }
}
