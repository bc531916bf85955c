// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.text;

import java.time.LocalDate;
import java.util.List;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Phrase.Listing;

/** Turns phrases into words of one language. */
final class Phrasing {
    private static final int MOST_LISTED = 8;

    private final Words words;

    Phrasing(Words words) {
        this.words = words;
    }

    /** A phrase that another version of the program kept may have a key that this one does not know: it stands for itself. */
    String of(Phrase phrase) {
        if (!words.knows(phrase.key())) {
            return phrase.key();
        }
        Object[] arguments = phrase.arguments().stream().map(this::argument).toArray();
        return words.say(phrase.key(), arguments);
    }

    private Object argument(Object argument) {
        return switch (argument) {
            case Phrase phrase -> of(phrase);
            case Listing listing -> list(listing);
            case LocalDate day -> words.formats().day(day);
            default -> argument;
        };
    }

    /** At most eight values, and how many more there are. */
    private String list(Listing listing) {
        List<String> all = listing.values().stream()
                .map(this::argument)
                .map(String::valueOf)
                .toList();
        String comma = words.say("list.comma");
        if (all.size() > MOST_LISTED) {
            String shown = String.join(comma, all.subList(0, MOST_LISTED));
            return words.say("list.more", shown, all.size() - MOST_LISTED);
        }
        if (all.size() < 2 || listing.joined() == Phrase.Joined.COMMA) {
            return String.join(comma, all);
        }
        String head = String.join(comma, all.subList(0, all.size() - 1));
        return listing.joined() == Phrase.Joined.AND
                ? words.say("list.and", head, all.getLast())
                : words.say("list.or", head, all.getLast());
    }
}
