// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML file in the encoding that its first bytes or its declaration name (XML 1.0, appendix F).
 * Bytes that are none are an error here, of which the parser of the JDK would print a line by itself.
 */
final class XmlText {
    private static final int HEAD = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private XmlText() {}

    /**
     * Reads the characters; a {@link java.nio.charset.CharacterCodingException} says that bytes are none.
     *
     * @throws UnsupportedCharsetException where nobody here knows the encoding
     */
    static Reader of(byte[] content) {
        boolean marked = startsWith(content, 0xEF, 0xBB, 0xBF);
        int from = marked ? 3 : 0;
        Charset charset = marked ? StandardCharsets.UTF_8 : charset(content);
        return new InputStreamReader(
                new ByteArrayInputStream(content, from, content.length - from), charset.newDecoder());
    }

    private static Charset charset(byte[] content) {
        if (startsWith(content, 0xFE, 0xFF) || startsWith(content, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        if (startsWith(content, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(content, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
