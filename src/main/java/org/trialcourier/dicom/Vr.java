// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import org.jspecify.annotations.Nullable;

/** Value representations: how the bytes of a value are to be read (PS3.5 6.2). */
public enum Vr {
    AE(Kind.TEXT, 1),
    AS(Kind.TEXT, 1),
    AT(Kind.BINARY, 2),
    CS(Kind.TEXT, 1),
    DA(Kind.TEXT, 1),
    DS(Kind.TEXT, 1),
    DT(Kind.TEXT, 1),
    FD(Kind.BINARY, 8),
    FL(Kind.BINARY, 4),
    IS(Kind.TEXT, 1),
    LO(Kind.LOCAL_TEXT, 1),
    LT(Kind.LOCAL_TEXT, 1),
    OB(Kind.LONG, 1),
    OD(Kind.LONG, 8),
    OF(Kind.LONG, 4),
    OL(Kind.LONG, 4),
    OV(Kind.LONG, 8),
    OW(Kind.LONG, 2),
    PN(Kind.LOCAL_TEXT, 1),
    SH(Kind.LOCAL_TEXT, 1),
    SL(Kind.BINARY, 4),
    SQ(Kind.LONG, 1),
    SS(Kind.BINARY, 2),
    ST(Kind.LOCAL_TEXT, 1),
    SV(Kind.LONG, 8),
    TM(Kind.TEXT, 1),
    UC(Kind.LONG_LOCAL_TEXT, 1),
    UI(Kind.TEXT, 1),
    UL(Kind.BINARY, 4),
    UN(Kind.LONG, 1),
    UR(Kind.LONG_TEXT, 1),
    US(Kind.BINARY, 2),
    UT(Kind.LONG_LOCAL_TEXT, 1),
    UV(Kind.LONG, 8);

    private enum Kind {
        TEXT,
        LOCAL_TEXT,
        LONG_TEXT,
        LONG_LOCAL_TEXT,
        BINARY,
        LONG
    }

    private static final @Nullable Vr[] BY_CODE = new Vr[26 * 26];

    static {
        for (Vr vr : values()) {
            BY_CODE[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
        }
    }

    private final Kind kind;
    private final int unit;
    private final boolean isLong;

    Vr(Kind kind, int unit) {
        this.kind = kind;
        this.unit = unit;
        this.isLong = kind == Kind.LONG || kind == Kind.LONG_TEXT || kind == Kind.LONG_LOCAL_TEXT;
    }

    /** The representation that two bytes of a file name, or null where they name none. */
    public static @Nullable Vr of(int first, int second) {
        if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') {
            return null;
        }
        return BY_CODE[(first - 'A') * 26 + second - 'A'];
    }

    /** Whether the value is characters. */
    public boolean isText() {
        return kind != Kind.BINARY && kind != Kind.LONG;
    }

    /** Whether the characters are in the Specific Character Set (0008,0005), not just in ASCII. */
    public boolean usesCharset() {
        return kind == Kind.LOCAL_TEXT || kind == Kind.LONG_LOCAL_TEXT;
    }

    /** Whether the length stands in 32 bits after two reserved bytes in explicit VR (PS3.5 7.1.2). */
    public boolean isLong() {
        return isLong;
    }

    /** Whether backslashes separate several values; the long texts are always one value. */
    public boolean isMultiple() {
        return this != LT && this != ST && this != UT && this != UR;
    }

    /** Bytes of one number, for byte order and counting; 1 for text and plain bytes. */
    public int unit() {
        return unit;
    }

    /** The byte that makes a value's length even: NUL for UIDs and bytes, a space for text. */
    public byte padding() {
        return (byte) (isText() && this != UI ? ' ' : 0);
    }
}
