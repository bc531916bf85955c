// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan.disc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** File names as discs write them. */
final class Names {
    private Names() {}

    /** UTF-8 where it can be, else Latin 1. */
    static String plain(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(name, StandardCharsets.ISO_8859_1);
        }
    }

    static String joliet(byte[] name) {
        return new String(name, StandardCharsets.UTF_16BE);
    }

    /** Compressed Unicode (OSTA UDF 2.1.1). */
    static String udf(byte[] name) {
        if (name.length == 0) {
            return "";
        }
        return name[0] == 16
                ? new String(name, 1, name.length - 1, StandardCharsets.UTF_16BE)
                : new String(name, 1, name.length - 1, StandardCharsets.ISO_8859_1);
    }

    /** A name of ISO 9660 without its version number and a lonely dot. */
    static String withoutVersion(String name) {
        return name.replaceFirst("\\.?(;\\d+)?$", "");
    }
}
