// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A problem in words a coordinator can act on.
 *
 * @param happened what happened
 * @param details the single things behind it, one line each; often empty
 * @param meaning what it means for the images
 * @param next what to do now, or that nothing needs doing
 */
public record Sentence(String happened, List<String> details, String meaning, String next) {
    /** Copies the details. */
    public Sentence {
        details = List.copyOf(details);
    }

    /** The whole as lines of plain text, details indented by two blanks. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(happened);
        details.forEach(detail -> lines.add("  " + detail));
        lines.add(meaning);
        lines.add(next);
        return lines;
    }

    /** The whole as one paragraph, the details behind a colon. */
    public String paragraph() {
        if (details.isEmpty()) {
            return String.join(" ", happened, meaning, next).strip();
        }
        boolean isOpen = happened.endsWith(":");
        String start = isOpen ? happened : happened.substring(0, Math.max(0, happened.length() - 1)) + ":";
        String end = isOpen || happened.isEmpty() ? "." : happened.substring(happened.length() - 1);
        String listed = String.join("; ", details.stream().map(Sentence::bare).toList());
        return String.join(" ", start, listed + end, meaning, next).strip();
    }

    private static String bare(String detail) {
        return detail.strip().replaceFirst("[.。]$", "");
    }
}
