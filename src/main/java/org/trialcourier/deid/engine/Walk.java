// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.Action;
import org.trialcourier.deid.rules.RuleBook;
import org.trialcourier.deid.rules.Spot;
import org.trialcourier.deid.rules.Treatment;
import org.trialcourier.deid.rules.Verdict;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;
import org.trialcourier.problem.Phrase;

/** The way through one instance: every element at every depth meets its rule and is made anew or left behind. */
final class Walk {
    private static final int DEEPEST = 64;
    private static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
    private static final int OVERLAY_DATA = 0x3000;

    private final RuleBook rules;
    private final String sopClass;
    private final Replacements make;
    private final SubjectValues subject;
    private final Overlays overlays;
    private final ChangeLog log;
    private boolean referencesListed;

    Walk(RuleBook rules, String sopClass, Replacements make, SubjectValues subject, Overlays overlays, ChangeLog log) {
        this.rules = rules;
        this.sopClass = sopClass;
        this.make = make;
        this.subject = subject;
        this.overlays = overlays;
        this.log = log;
    }

    /** Makes the new top level; what gets its value from the subject, and what marks the result, is left out. */
    DataSet top(DataSet source, Set<Integer> leaveOut) {
        referencesListed = source.hasValue(REFERENCED_SERIES_SEQUENCE);
        return items(source, null, false, leaveOut, 0);
    }

    /** {@code hollow} asks for the shape of an item only: what would be kept becomes a dummy. */
    private DataSet items(DataSet source, @Nullable Spot spot, boolean hollow, Set<Integer> leaveOut, int depth) {
        if (depth > DEEPEST) {
            throw new RefusedException(Phrase.of("held.too-deep"));
        }
        DataSet target = new DataSet();
        Set<Integer> owners = new HashSet<>();
        List<Element> creators = new ArrayList<>();
        for (Element old : source) {
            if (leaveOut.contains(old.tag())) {
                continue;
            }
            if (Tag.isPrivateCreator(old.tag())) {
                creators.add(old);
                continue;
            }
            Verdict verdict = judge(source, spot, old);
            Element made = apply(verdict, source, spot, old, hollow, depth);
            if (made != null) {
                target.put(made);
                if (Tag.isPrivate(old.tag())) {
                    owners.add(Tag.creatorOf(old.tag()));
                }
            }
        }
        for (Element creator : creators) {
            boolean needed = owners.contains(creator.tag());
            String rule = needed ? "owner of kept private attributes: K" : "PS3.15 E.1-1: private attribute: X";
            if (needed) {
                target.put(creator);
            }
            log.add(
                    spot,
                    source,
                    creator,
                    needed ? Action.KEPT : Action.REMOVED,
                    rule,
                    source,
                    needed ? creator : null);
        }
        return target;
    }

    private Verdict judge(DataSet source, @Nullable Spot spot, Element old) {
        int tag = old.tag();
        String creator = Tag.isPrivate(tag) ? source.privateCreator(tag).orElse("") : "";
        Verdict verdict = rules.decide(sopClass, spot, tag, old.vr(), creator);
        if (referencesListed && verdict.dropsReferences()) {
            return verdict.keepingReferences();
        }
        if (!Overlays.isOverlay(tag)) {
            return verdict;
        }
        int data = (tag & 0xFFFF0000) | OVERLAY_DATA;
        Verdict onData = data == tag ? verdict : rules.decide(sopClass, spot, data, Vr.OW, "");
        return overlays.judge(source, tag, verdict, onData);
    }

    private @Nullable Element apply(
            Verdict verdict, DataSet source, @Nullable Spot spot, Element old, boolean hollow, int depth) {
        Treatment treatment = verdict.treatment();
        if (treatment == Treatment.REFUSE) {
            throw new RefusedException(Phrase.of("held.refused", Tag.format(old.tag())));
        }
        Vr meant = Dictionary.standard().vrOf(old.tag());
        boolean sequence = old.value() instanceof Value.Items;
        if (hollow && keeps(treatment) && (sequence || !rules.retainsDate(old.tag()))) {
            return logged(verdict, spot, source, old, hollow(source, spot, old, depth));
        }
        if (meant == Vr.SQ && !sequence && !old.isEmpty() && keeps(treatment)) {
            return logged(verdict.but(Treatment.REMOVE), spot, source, old, null);
        }
        Element made =
                switch (treatment) {
                    case REMOVE, REFUSE -> null;
                    case EMPTY -> Replacements.empty(old);
                    case DUMMY -> dummy(verdict, source, spot, old, depth);
                    case NEW_UID -> sequence ? sequence(spot, old, false, depth) : make.newUids(source, old);
                    case SHIFT -> make.shifted(source, old, meant == Vr.UN ? old.vr() : meant);
                    case CLEAN -> clean(verdict, source, spot, old, depth);
                    case KEEP -> keep(source, spot, old, depth);
                };
        if (made == null && (treatment == Treatment.SHIFT || treatment == Treatment.CLEAN)) {
            return apply(verdict.but(verdict.fallback()), source, spot, old, hollow, depth);
        }
        if (made != null
                && !made.equals(old)
                && made.isEmpty()
                && treatment != Treatment.EMPTY
                && !old.isEmpty()
                && rules.need(sopClass, spot, old.tag()).isValue()) {
            made = Replacements.dummy(old);
        }
        return logged(verdict, spot, source, old, made);
    }

    private @Nullable Element keep(DataSet source, @Nullable Spot spot, Element old, int depth) {
        if (old.value() instanceof Value.Items) {
            return sequence(spot, old, false, depth);
        }
        if (PixelTrim.isPixels(old.tag())) {
            return PixelTrim.trim(source, old);
        }
        if (PixelTrim.isOffsetTable(old.tag())) {
            return PixelTrim.keepsOffsets(source) ? old : null;
        }
        if (old.meaning() == Vr.IS || old.meaning() == Vr.DS) {
            return make.isIdentifier(source, old) ? Replacements.empty(old) : old;
        }
        return isFreeText(old.meaning()) ? make.withoutPatient(source, old) : old;
    }

    private @Nullable Element clean(Verdict verdict, DataSet source, @Nullable Spot spot, Element old, int depth) {
        if (old.value() instanceof Value.Items) {
            return sequence(spot, old, false, depth);
        }
        Vr vr = old.meaning();
        return switch (vr) {
            case UI -> make.newUids(source, old);
            case DA, DT, TM -> make.shifted(source, old, vr);
            case LT, ST, UT ->
                verdict.rule().startsWith(RuleBook.TRIAL) || RuleBook.isTechnicalText(old.tag())
                        ? make.cleaned(source, old)
                        : make.inWordsOfTheTrade(source, old);
            case LO, SH, UC, PN, AE, CS ->
                RuleBook.isAboutThePerson(old.tag()) && !verdict.rule().startsWith(RuleBook.TRIAL)
                        ? make.inWordsOfTheTrade(source, old)
                        : make.cleaned(source, old);
            case DS, IS, FD, FL, SS, SL, US, UL, SV, UV, AS -> verdict.rule().startsWith(RuleBook.TRIAL) ? old : null;
            default -> null;
        };
    }

    private Element dummy(Verdict verdict, DataSet source, @Nullable Spot spot, Element old, int depth) {
        if (verdict.value().isPresent()) {
            return Replacements.text(old, verdict.value().get(), source);
        }
        if (old.value() instanceof Value.Items) {
            return sequence(spot, old, true, depth);
        }
        boolean who = old.tag() == Tag.PATIENT_ID || old.tag() == Tag.PATIENT_NAME;
        if (who && !old.isEmpty()) {
            return Replacements.text(old, subject.find(old.tag()).orElse(""), source);
        }
        Element uid = old.meaning() == Vr.UI ? make.newUids(source, old) : null;
        return uid == null ? Replacements.dummy(old) : uid;
    }

    /** What is left of a kept element in a sequence that must be there but say nothing. */
    private @Nullable Element hollow(DataSet source, @Nullable Spot spot, Element old, int depth) {
        if (Tag.isPrivate(old.tag())) {
            return null;
        }
        if (old.value() instanceof Value.Items) {
            return sequence(spot, old, true, depth);
        }
        Vr vr = old.meaning();
        return switch (vr) {
            case CS, AT -> old;
            case UI -> RuleBook.namesAKind(old.tag()) ? old : make.newUids(source, old);
            case DS, IS, FD, FL, SS, SL, US, UL, SV, UV -> {
                int count = source.texts(old).size();
                yield old.isEmpty()
                        ? old
                        : new Element(old.tag(), vr, Dummies.sameCount(vr, (int) old.length(), count));
            }
            default -> Replacements.dummy(old);
        };
    }

    private Element sequence(@Nullable Spot spot, Element old, boolean hollow, int depth) {
        Value.Items items = (Value.Items) old.value();
        List<DataSet> made = new ArrayList<>();
        int most = hollow ? Math.min(1, items.items().size()) : items.items().size();
        for (int item = 0; item < most; item++) {
            Spot inside = new Spot(spot, old.tag(), item);
            made.add(items(items.items().get(item), inside, hollow, Set.of(), depth + 1));
        }
        return new Element(old.tag(), Vr.SQ, new Value.Items(made, items.undefinedLength(), false));
    }

    private @Nullable Element logged(
            Verdict verdict, @Nullable Spot spot, DataSet source, Element old, @Nullable Element made) {
        Action action =
                switch (verdict.treatment()) {
                    case KEEP ->
                        made == null
                                ? Action.REMOVED
                                : made.equals(old) || old.value() instanceof Value.Items ? Action.KEPT : Action.CLEANED;
                    case EMPTY -> Action.EMPTIED;
                    case DUMMY -> Action.REPLACED;
                    case NEW_UID -> made == null ? Action.REMOVED : Action.NEW_UID;
                    case CLEAN, SHIFT -> Action.CLEANED;
                    case REMOVE, REFUSE -> Action.REMOVED;
                };
        log.add(spot, source, old, action, verdict.rule(), source, made);
        return made;
    }

    private static boolean keeps(Treatment treatment) {
        return treatment == Treatment.KEEP || treatment == Treatment.CLEAN || treatment == Treatment.NEW_UID;
    }

    private static boolean isFreeText(Vr vr) {
        return switch (vr) {
            case LO, SH, ST, LT, UT, UC, PN, AE, CS -> true;
            default -> false;
        };
    }
}
