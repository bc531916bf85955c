// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Searches folded text for any number of needles in one pass (Aho and Corasick 1975). Safe for several threads. */
final class Haystack {
    private static final int ASCII = 128;

    private final Map<Character, Integer> rare = new HashMap<>();
    private final int[] symbols = new int[ASCII];
    private final int width;
    private final int[] next;
    private final List<List<Needle>> found = new ArrayList<>();

    Haystack(Collection<Needle> needles) {
        int count = 1;
        for (Needle needle : needles) {
            for (char c : needle.text().toCharArray()) {
                if (symbol(c) == 0) {
                    if (c < ASCII) {
                        symbols[c] = count++;
                    } else {
                        rare.put(c, count++);
                    }
                }
            }
        }
        width = count;
        next = link(grow(needles));
    }

    /**
     * Walks through a text.
     *
     * @param hit gets each needle that is there and the index of its last character; false ends the search
     */
    void search(Folded text, BiPredicate<Needle, Integer> hit) {
        int node = 0;
        for (int at = 0; at < text.length(); at++) {
            node = next[node * width + symbol(text.at(at))];
            for (Needle needle : found.get(node)) {
                int start = at - needle.text().length() + 1;
                char before = start > 0 ? text.at(start - 1) : ' ';
                char after = at + 1 < text.length() ? text.at(at + 1) : ' ';
                if (needle.allows(before, after) && !hit.test(needle, at)) {
                    return;
                }
            }
        }
    }

    private int symbol(char c) {
        return c < ASCII ? symbols[c] : rare.getOrDefault(c, 0);
    }

    private int[] grow(Collection<Needle> needles) {
        int most =
                1 + needles.stream().mapToInt(needle -> needle.text().length()).sum();
        int[] tree = new int[most * width];
        int nodes = 1;
        found.add(new ArrayList<>());
        for (Needle needle : needles) {
            int node = 0;
            for (char c : needle.text().toCharArray()) {
                int slot = node * width + symbol(c);
                if (tree[slot] == 0) {
                    tree[slot] = nodes++;
                    found.add(new ArrayList<>(0));
                }
                node = tree[slot];
            }
            found.get(node).add(needle);
        }
        return Arrays.copyOf(tree, nodes * width);
    }

    /** Makes the tree an automaton: a missing branch leads to where the longest known suffix goes on. */
    private int[] link(int[] tree) {
        int[] fail = new int[found.size()];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int symbol = 0; symbol < width; symbol++) {
            if (tree[symbol] != 0) {
                queue.add(tree[symbol]);
            }
        }
        while (!queue.isEmpty()) {
            int node = queue.remove();
            found.get(node).addAll(found.get(fail[node]));
            for (int symbol = 0; symbol < width; symbol++) {
                int slot = node * width + symbol;
                int other = tree[fail[node] * width + symbol];
                if (tree[slot] == 0) {
                    tree[slot] = other;
                } else {
                    fail[tree[slot]] = other;
                    queue.add(tree[slot]);
                }
            }
        }
        return tree;
    }
}
