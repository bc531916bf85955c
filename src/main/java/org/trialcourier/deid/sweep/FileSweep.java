// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.Residue;
import org.trialcourier.deid.rules.Spot;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;

/** The sweep through one finished file. */
public final class FileSweep {
    /** Written anew into every file, from words of the standard. */
    private static final Set<Integer> MADE_HERE =
            Set.of(Tag.DEIDENTIFICATION_METHOD, Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE);

    private static final int CLINICAL_TRIAL = 0x0012;
    private static final int IN_MEMORY = 64 << 20;
    private static final int DAY = 8;
    private static final int SHORT_TEXT = 1 << 12;
    private static final int FEW_NUMBERS = 64;
    private static final Pattern AGE = Pattern.compile("\\d{3}[DWMY]");
    private static final Pattern TIME = Pattern.compile("[0-9:. -]*");

    private final NeedleSet needles;
    private final boolean datesKept;
    private final ByteSweep bytes;
    private final PixelSweep pixels;
    private final Unpacker unpacker;
    private final List<Residue> residues = new ArrayList<>();
    private int hits;

    /**
     * A sweep.
     *
     * @param datesKept whether dates of the study stand unchanged in the file, among which a birth date is no residue
     */
    public FileSweep(NeedleSet needles, boolean datesKept) {
        this.needles = needles;
        this.datesKept = datesKept;
        this.bytes = new ByteSweep(needles);
        this.pixels = new PixelSweep(needles);
        this.unpacker = new Unpacker(needles);
    }

    /** What is left of the patient. */
    public List<Residue> sweep(DicomFile file) {
        walk(file.meta(), null);
        walk(file.data(), null);
        return residues;
    }

    private void walk(DataSet data, @Nullable Spot spot) {
        String last = "";
        for (Element element : data) {
            if (spot == null && isOurs(data, element)) {
                continue;
            }
            if (isFree(element.meaning()) && element.length() <= SHORT_TEXT) {
                for (String value : data.texts(element)) {
                    note(spot, element, needles.findAcross(last, value));
                    last = value;
                }
            }
            if (element.value() instanceof Value.Items items) {
                for (int item = 0; item < items.items().size(); item++) {
                    walk(items.items().get(item), new Spot(spot, element.tag(), item));
                }
            } else if (!element.isEmpty()) {
                try {
                    look(data, element, spot);
                } catch (IOException | RuntimeException unreadable) {
                    residues.add(new Residue(Spot.path(spot, element.tag()), "a value that cannot be searched"));
                }
            }
        }
    }

    /** Whether an attribute says nothing but what the program or the trial says of every patient. */
    private boolean isOurs(DataSet data, Element element) {
        return MADE_HERE.contains(element.tag())
                || (element.tag() >>> 16 == CLINICAL_TRIAL
                        && data.texts(element).stream().allMatch(text -> needles.isOwn(element.tag(), text)));
    }

    private void look(DataSet data, Element element, @Nullable Spot spot) throws IOException {
        Vr vr = element.meaning();
        if (element.value() instanceof Value.Fragments fragments) {
            for (Value part : fragments.parts()) {
                try (InputStream in = Element.open(part)) {
                    // A file may be named after the program that compressed it, and so may a comment in it.
                    Optional<String> found = bytes.findInCompressed(in);
                    note(spot, element, found.filter(kind -> !kind.equals(NeedleMaker.FILE_NAME)));
                }
            }
            return;
        }
        if (element.tag() == Tag.PIXEL_DATA) {
            boolean measured = data.integer(Tag.BITS_ALLOCATED).orElse(8) > 8;
            try (InputStream in = element.open()) {
                note(spot, element, measured ? pixels.findAtEnds(in, element.length()) : pixels.find(in));
            }
            return;
        }
        if (vr.isText()) {
            text(data, element, vr, spot);
        } else if (element.length() <= IN_MEMORY) {
            numbers(data, element, vr, spot);
            byte[] value = element.bytes(IN_MEMORY);
            note(spot, element, bytes.find(value, value.length));
            if (vr == Vr.OW) {
                note(spot, element, bytes.find(swapped(value), value.length));
            }
            unpack(value, element, spot);
        } else {
            try (InputStream in = element.open()) {
                note(spot, element, bytes.find(in));
            }
        }
    }

    /** The bytes as they were where the file was big endian (PS3.5 7.3). */
    private static byte[] swapped(byte[] value) {
        byte[] made = value.clone();
        for (int at = 0; at + 1 < made.length; at += 2) {
            made[at] = value[at + 1];
            made[at + 1] = value[at];
        }
        return made;
    }

    private void text(DataSet data, Element element, Vr vr, @Nullable Spot spot) throws IOException {
        byte[] raw = element.bytes(IN_MEMORY);
        boolean unlikeAscii = isUnlikeAscii(raw);
        if (!unlikeAscii && needles.seen().has(vr, raw)) {
            return;
        }
        int before = hits;
        for (String value : data.texts(element)) {
            Optional<String> found =
                    switch (vr) {
                        case DA, DT -> datesKept ? Optional.empty() : dates(value);
                        case AS -> AGE.matcher(value).matches() ? Optional.empty() : needles.find(value);
                        case TM -> TIME.matcher(value).matches() ? Optional.empty() : needles.find(value);
                        case UI -> needles.find(value).or(() -> datesKept ? Optional.empty() : bornIn(value));
                        case DS, IS -> needles.isNumber(value) ? Optional.of("id") : letters(value);
                        default -> needles.find(value);
                    };
            note(spot, element, found);
        }
        if (unlikeAscii) {
            note(spot, element, bytes.anyCharset(raw).or(() -> bytes.find(raw, raw.length)));
        }
        unpack(raw, element, spot);
        if (hits == before) {
            needles.seen().add(vr, raw);
        }
    }

    /** Whether text holds more than plain characters and the zeros that pad it. */
    private static boolean isUnlikeAscii(byte[] raw) {
        int end = raw.length;
        while (end > 0 && raw[end - 1] == 0) {
            end--;
        }
        for (int at = 0; at < end; at++) {
            if (raw[at] < 0 || raw[at] == 0x1B || raw[at] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFree(Vr vr) {
        return vr == Vr.LO || vr == Vr.SH || vr == Vr.ST || vr == Vr.LT || vr == Vr.PN || vr == Vr.UC;
    }

    /** A birth date as one of the numbers of a UID. */
    private Optional<String> bornIn(String uid) {
        return Stream.of(uid.split("\\.", -1))
                .filter(number -> number.length() == DAY)
                .flatMap(number -> dates(number).stream())
                .findFirst();
    }

    /** A birth date, alone, in a range or with a time of day. */
    private Optional<String> dates(String value) {
        String day = value.length() > DAY ? value.substring(0, DAY) : value;
        return needles.find(value).or(() -> needles.find(day)).filter(NeedleMaker.BIRTH_DATE::equals);
    }

    /** A number with letters in it is none, and may be anything. */
    private Optional<String> letters(String value) {
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (Character.isLetter(c) && c != 'e' && c != 'E') {
                return needles.find(value);
            }
        }
        return Optional.empty();
    }

    private void numbers(DataSet data, Element element, Vr vr, @Nullable Spot spot) {
        boolean whole = vr == Vr.UL || vr == Vr.SL || vr == Vr.UV || vr == Vr.SV || vr == Vr.FD || vr == Vr.FL;
        if (whole
                && element.length() <= FEW_NUMBERS
                && data.texts(element).stream().anyMatch(needles::isNumber)) {
            note(spot, element, Optional.of("id"));
        }
    }

    private void unpack(byte[] value, Element element, @Nullable Spot spot) {
        unpacker.look(value, Spot.path(spot, element.tag()), residue -> {
            hits++;
            residues.add(residue);
        });
    }

    private void note(@Nullable Spot spot, Element element, Optional<String> kind) {
        hits += kind.isPresent() ? 1 : 0;
        kind.map(found -> new Residue(Spot.path(spot, element.tag()), found))
                .filter(residue -> !residues.contains(residue))
                .ifPresent(residues::add);
    }
}
