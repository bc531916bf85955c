// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.ExtraRule;
import org.trialcourier.deid.Option;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Vr;

/**
 * All rules of one submission: the trial's own, the profile with its options, and default deny for the rest. Asking is
 * safe for several threads.
 */
public final class RuleBook {
    /** How the rule of a verdict begins where the trial made it. */
    public static final String TRIAL = "trial rule: ";

    private static final String UNKNOWN = "unknown to the standard: X";

    private final Set<Option> options;
    private final Resolver resolver;
    private final Map<Integer, Map<String, ExtraRule>> extra = new HashMap<>();
    private final Set<Integer> placed = new HashSet<>();
    private final Map<String, Map<Long, Verdict>> known = new ConcurrentHashMap<>();
    private final Map<String, AttributeTypes> types = new ConcurrentHashMap<>();

    /**
     * The rules.
     *
     * @throws IllegalArgumentException where two rules of the trial say different things about one attribute
     */
    public RuleBook(Set<Option> options, List<ExtraRule> rules) {
        this.options = options;
        this.resolver = new Resolver(options);
        for (ExtraRule rule : rules) {
            String place = rule.creator() + rule.path();
            ExtraRule other =
                    extra.computeIfAbsent(rule.tag(), tag -> new HashMap<>()).put(place, rule);
            if (other != null && !other.equals(rule)) {
                throw new IllegalArgumentException(
                        "two rules for " + Tag.format(rule.tag()) + " contradict each other");
            }
            if (!rule.path().isEmpty()) {
                placed.add(rule.tag());
            }
        }
    }

    /**
     * Decides on an attribute.
     *
     * @param sopClass the SOP class of the instance
     * @param spot where the attribute stands
     * @param tag its tag
     * @param vr the VR of its bytes
     * @param creator the owner of a private attribute, empty where none is named
     */
    public Verdict decide(String sopClass, @Nullable Spot spot, int tag, Vr vr, String creator) {
        if (Tag.isPrivate(tag)) {
            return decidePrivate(spot, tag, creator);
        }
        if (placed.contains(tag)) {
            return decideStandard(sopClass, spot, tag, vr);
        }
        long key = ((long) Spot.sequenceOf(spot) << 32) | (tag & 0xFFFF_FFFFL);
        Map<Long, Verdict> memory = known.computeIfAbsent(sopClass, name -> new ConcurrentHashMap<>());
        Verdict verdict = memory.get(key);
        if (verdict == null) {
            verdict = decideStandard(sopClass, spot, tag, vr);
            memory.put(key, verdict);
        }
        return verdict;
    }

    /** Whether a UID names a kind of thing, as SOP classes do, and never a thing of a patient. */
    public static boolean namesAKind(int tag) {
        return OwnRules.CLASS_UIDS.contains(tag);
    }

    /** Whether a long text tells how an image was made, and nothing about people. */
    public static boolean isTechnicalText(int tag) {
        return FreeText.TECHNICAL.contains(tag);
    }

    /** Whether a short text tells about a person's life and health, where other people may be named. */
    public static boolean isAboutThePerson(int tag) {
        return FreeText.PERSONAL.contains(tag);
    }

    /** How much an object needs an attribute. */
    public AttributeTypes.Need need(String sopClass, @Nullable Spot spot, int tag) {
        return types.computeIfAbsent(sopClass, AttributeTypes::of).need(Spot.sequenceOf(spot), tag);
    }

    /** Whether an option retains a date or time, wherever it stands, even in a sequence that else says nothing. */
    public boolean retainsDate(int tag) {
        ProfileRow row = ProfileTable.standard().find(tag);
        return row != null
                && row.isTemporal()
                && (options.contains(Option.RETAIN_LONGITUDINAL_FULL_DATES)
                        || options.contains(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES));
    }

    private Verdict decideStandard(String sopClass, @Nullable Spot spot, int tag, Vr found) {
        int group = Tag.group(tag);
        if (Tag.isGroupLength(tag) || group <= 0x0004 || tag == 0x00080001 || tag == 0xFFFCFFFC) {
            return new Verdict(Treatment.REMOVE, "length, command or padding: X");
        }
        Optional<ExtraRule> own = extraRule(spot, tag, "");
        if (own.isPresent()) {
            return trial(own.get());
        }
        Optional<Dictionary.Entry> entry = Dictionary.standard().find(tag);
        Vr vr = entry.map(Dictionary.Entry::vr).orElse(found);
        ProfileRow row = ProfileTable.standard().find(tag);
        if (row != null) {
            return resolver.resolve(row, vr, need(sopClass, spot, tag));
        }
        return entry.map(known -> OwnRules.decide(tag, known, vr, resolver))
                .orElse(new Verdict(Treatment.REMOVE, UNKNOWN));
    }

    private Verdict decidePrivate(@Nullable Spot spot, int tag, String creator) {
        if (Tag.isGroupLength(tag)) {
            return new Verdict(Treatment.REMOVE, "length, command or padding: X");
        }
        if (!creator.isEmpty()) {
            Optional<ExtraRule> own = extraRule(spot, tag & 0xFFFF00FF, creator);
            if (own.isPresent()) {
                return trial(own.get());
            }
            if (options.contains(Option.RETAIN_SAFE_PRIVATE)) {
                Optional<SafePrivate.Entry> safe = SafePrivate.find(creator, tag);
                if (safe.isPresent()) {
                    String rule = "PS3.15 E.3.10: " + Option.RETAIN_SAFE_PRIVATE.meaning() + " C";
                    return safe.get().vr() == Vr.UI
                            ? new Verdict(Treatment.NEW_UID, rule)
                            : new Verdict(Treatment.KEEP, rule);
                }
            }
        }
        return new Verdict(Treatment.REMOVE, "PS3.15 E.1-1: private attribute: X");
    }

    /** The most exact rule: the longest path that ends where the attribute stands. */
    private Optional<ExtraRule> extraRule(@Nullable Spot spot, int tag, String creator) {
        Map<String, ExtraRule> rules = extra.get(tag);
        if (rules == null) {
            return Optional.empty();
        }
        List<Integer> way = Spot.sequences(spot);
        ExtraRule best = null;
        for (ExtraRule rule : rules.values()) {
            int steps = rule.path().size();
            boolean fits = rule.creator().equalsIgnoreCase(creator)
                    && steps <= way.size()
                    && way.subList(way.size() - steps, way.size()).equals(rule.path());
            if (fits && (best == null || steps > best.path().size())) {
                best = rule;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Verdict trial(ExtraRule rule) {
        Treatment treatment =
                switch (rule.code()) {
                    case 'K' -> Treatment.KEEP;
                    case 'X' -> Treatment.REMOVE;
                    case 'Z' -> Treatment.EMPTY;
                    case 'D' -> Treatment.DUMMY;
                    case 'U' -> Treatment.NEW_UID;
                    case 'C' -> Treatment.CLEAN;
                    default -> Treatment.REFUSE;
                };
        return new Verdict(treatment, Treatment.EMPTY, TRIAL + rule.code(), rule.value());
    }
}
