// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

/** Words of a page in the reader's language, by their key in the message bundle. */
@FunctionalInterface
public interface PageWords {
    /** Where the punctuation and letters of East Asia begin. */
    int FIRST_BEYOND_FONT = 0x3000;

    /** The text of a key, with arguments filled in. */
    String say(String key, Object... arguments);

    /** These words, or others where the font of the page lacks their letters. */
    default PageWords orElse(PageWords others) {
        return say("receipt.title").codePoints().allMatch(c -> c < FIRST_BEYOND_FONT) ? this : others;
    }
}
