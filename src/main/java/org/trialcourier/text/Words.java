// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;

/**
 * All words for people, in one language. Texts stand in {@code messages_<language>.properties} (UTF-8, {@link
 * MessageFormat} patterns), so an apostrophe in them is the typographic one.
 */
public final class Words {
    /** Languages there are bundles for. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH);

    private static final String BUNDLE = "org.trialcourier.text.messages";

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Formats formats;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                Locale.of(locale.getLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.formats = new Formats(this);
    }

    /** English words. */
    public static Words english() {
        return new Words(Locale.ENGLISH);
    }

    /** Words in the locale's language, or English ones where there is no such bundle; numbers and dates by the locale. */
    public static Words of(Locale locale) {
        boolean known = LANGUAGES.stream().anyMatch(l -> l.getLanguage().equals(locale.getLanguage()));
        return known ? new Words(locale) : english();
    }

    /** The locale of numbers and dates. */
    public Locale locale() {
        return locale;
    }

    /** Sizes, times and dates for people. */
    public Formats formats() {
        return formats;
    }

    /**
     * The text of a key with its arguments filled in.
     *
     * @throws IllegalArgumentException where the key does not exist: a fault of the program, found by a test
     */
    public String say(String key, Object... arguments) {
        try {
            return new MessageFormat(bundle.getString(key), locale).format(arguments);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("no text for " + key, e);
        }
    }

    /** A phrase in words. */
    public String say(Phrase phrase) {
        return new Phrasing(this).of(phrase);
    }

    /** Whether there is a text for a key. */
    public boolean knows(String key) {
        return bundle.containsKey(key);
    }

    /** A problem in words: what happened, what it means for the images, what to do now. */
    public Sentence of(Problem problem) {
        return new ProblemWords(this).of(problem);
    }
}
