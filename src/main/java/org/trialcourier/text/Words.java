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
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.JAPANESE);

    private static final String BUNDLE = "org.trialcourier.text.messages";

    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Formats formats;

    private Words(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
        this.formats = new Formats(this);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE,
                Locale.of(locale.getLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    /** English words. */
    public static Words english() {
        return new Words(Locale.ENGLISH, ENGLISH);
    }

    /** Words in the locale's language, or English ones where there is no such bundle; numbers and dates by the locale. */
    public static Words of(Locale locale) {
        try {
            return new Words(locale, bundle(locale));
        } catch (MissingResourceException e) {
            return english();
        }
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
     * The text of a key with its arguments filled in; in English where the language lacks it.
     *
     * @throws IllegalArgumentException where the key does not exist: a fault of the program, found by a test
     */
    public String say(String key, Object... arguments) {
        try {
            ResourceBundle from = bundle.containsKey(key) ? bundle : ENGLISH;
            return new MessageFormat(from.getString(key), locale).format(arguments);
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
        return bundle.containsKey(key) || ENGLISH.containsKey(key);
    }

    /** The text of one of a family of keys, such as {@code state.held}; the name as it stands where it has no text. */
    String nameOf(String family, String name) {
        String key = family + name.replace(' ', '-');
        return knows(key) ? say(key) : name;
    }

    /**
     * What a problem or a submission tells: a reason or place of the program itself is a key, and after a blank what stands
     * in its gap ({@code why.part-too-large 5000}); what a server or the system said stands as it is.
     */
    public String told(String text) {
        String[] sides = text.split(" ", 2);
        boolean isKey =
                (text.startsWith("why.") || text.startsWith("place.") || text.startsWith("typed.")) && knows(sides[0]);
        return isKey ? say(sides[0], sides[sides.length - 1]) : text;
    }

    /** A problem in words: what happened, what it means for the images, what to do now. */
    public Sentence of(Problem problem) {
        return new ProblemWords(this).of(problem);
    }
}
