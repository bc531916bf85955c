// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much an object needs an attribute: its type (PS3.5 7.4) in the information object definition of a SOP class,
 * at the top level or in the items of a sequence. Where several modules name it, the strictest counts, whether the
 * module is mandatory or not.
 */
public final class AttributeTypes {
    private static final Map<Integer, Map<Long, Need>> BY_IOD = new HashMap<>();
    private static final Map<String, Integer> IODS = new HashMap<>();

    /** What an attribute must have. */
    public enum Need {
        /** Type 1: a value. */
        VALUE,
        /** Type 1C: a value, under a condition. */
        VALUE_IF,
        /** Type 2: to be there, perhaps without a value. */
        PRESENCE,
        /** Type 2C: to be there, under a condition. */
        PRESENCE_IF,
        /** Type 3, or not named at all: nothing. */
        NOTHING,
        /** The object is of a kind that the tables do not know. */
        UNKNOWN;

        /** Type 1 or 1C. An attribute that is there is taken to be there because its condition holds. */
        public boolean isValue() {
            return this == VALUE || this == VALUE_IF;
        }

        /** Type 2 or 2C. */
        public boolean isPresence() {
            return this == PRESENCE || this == PRESENCE_IF;
        }
    }

    static {
        for (String[] field : TableFile.read("iod-types.tsv")) {
            if (field[0].equals("I")) {
                for (String sopClass : field[3].split(" ", -1)) {
                    IODS.putIfAbsent(sopClass, Integer.valueOf(field[1]));
                }
            } else {
                add(field);
            }
        }
    }

    private final Optional<Map<Long, Need>> needs;

    private AttributeTypes(Optional<Map<Long, Need>> needs) {
        this.needs = needs;
    }

    /** The types for a SOP class. */
    public static AttributeTypes of(String sopClass) {
        return new AttributeTypes(Optional.ofNullable(IODS.get(sopClass)).map(BY_IOD::get));
    }

    /**
     * What an attribute must have.
     *
     * @param sequence the tag of the sequence that it stands in, 0 at the top level
     * @param tag its tag
     */
    public Need need(int sequence, int tag) {
        return needs.map(map -> map.getOrDefault(key(sequence, tag), Need.NOTHING))
                .orElse(Need.UNKNOWN);
    }

    private static long key(int sequence, int tag) {
        return ((long) sequence << 32) | (tag & 0xFFFF_FFFFL);
    }

    private static void add(String[] field) {
        long key =
                key(Integer.parseUnsignedInt(field[0], 16), Integer.parseUnsignedInt(field[1].replace('x', '0'), 16));
        Need need =
                switch (field[2]) {
                    case "1" -> Need.VALUE;
                    case "1C" -> Need.VALUE_IF;
                    case "2" -> Need.PRESENCE;
                    default -> Need.PRESENCE_IF;
                };
        for (String range : field[3].split(",", -1)) {
            String[] ends = range.split("-", -1);
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int iod = Integer.parseInt(ends[0]); iod <= last; iod++) {
                BY_IOD.computeIfAbsent(iod, number -> new HashMap<>()).merge(key, need, AttributeTypes::stricter);
            }
        }
    }

    private static Need stricter(Need one, Need other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
