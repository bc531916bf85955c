// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Something to say to a person, not yet in a language: a key of the bundles and what stands in its gaps. Packages that
 * find things out make phrases; {@code text} turns them into words.
 *
 * @param key a key of the bundles, such as {@code finding.two-patients}
 * @param arguments texts, numbers, dates, phrases or {@link Listing}s
 */
public record Phrase(String key, List<Object> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** A phrase of a key and what stands in its gaps. */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** Words that are the same in every language: names, codes, what somebody wrote. */
    public static Phrase verbatim(String text) {
        return of("phrase.verbatim", text);
    }

    /** Several things in one gap. */
    public static Listing list(Collection<?> values) {
        return new Listing(new ArrayList<>(values), Joined.COMMA);
    }

    /** Several things that all hold. */
    public static Listing all(Collection<?> values) {
        return new Listing(new ArrayList<>(values), Joined.AND);
    }

    /** Several things of which one will do. */
    public static Listing either(Collection<?> values) {
        return new Listing(new ArrayList<>(values), Joined.OR);
    }

    /** How a list ends. */
    public enum Joined {
        /** "a, b, c". */
        COMMA,
        /** "a, b and c". */
        AND,
        /** "a, b or c". */
        OR
    }

    /** Several arguments in one gap; long lists are cut when they are said. */
    public record Listing(List<Object> values, Joined joined) {
        public Listing {
            values = List.copyOf(values);
        }
    }
}
