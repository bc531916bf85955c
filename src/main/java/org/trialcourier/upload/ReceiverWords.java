// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.util.List;

/**
 * What a receiver says, made fit to be shown, kept and printed: plain text without control and direction characters, and
 * no more of it than a person reads. Marks of HTML are text like any other.
 */
final class ReceiverWords {
    private static final int MOST_SENTENCES = 20;
    private static final int LONGEST = 600;
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    private ReceiverWords() {}

    static List<String> plain(List<String> said) {
        return said.stream()
                .limit(MOST_SENTENCES)
                .map(ReceiverWords::plain)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static String plain(String said) {
        StringBuilder text = new StringBuilder();
        said.codePoints().limit(LONGEST * 2L).map(ReceiverWords::shown).forEach(text::appendCodePoint);
        String plain = text.toString().strip().replaceAll(" {2,}", " ");
        int length = plain.codePointCount(0, plain.length());
        return length <= LONGEST && said.length() <= text.length()
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, Math.min(length, LONGEST))) + "…";
    }

    private static int shown(int character) {
        boolean joins = character == JOINER || character == NON_JOINER;
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> joins ? character : ' ';
            default -> character;
        };
    }
}
