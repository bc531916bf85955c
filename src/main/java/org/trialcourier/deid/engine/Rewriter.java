// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.Action;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.Option;
import org.trialcourier.deid.rules.RuleBook;
import org.trialcourier.deid.sweep.NeedleSet;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;

/** Makes new data sets of old ones by the rules of one request. Safe for several threads. */
public final class Rewriter {
    private final DeidRequest request;
    private final RuleBook rules;
    private final KeyedUids uids;
    private final DateShift dates;
    private final SubjectValues subject;
    private final PixelCleaning pixels;
    private final Set<Integer> leaveOut = new HashSet<>();

    private volatile @Nullable TextCleaner last;

    /**
     * A rewriter.
     *
     * @throws IllegalArgumentException where two rules of the trial contradict each other
     */
    public Rewriter(DeidRequest request) {
        this.request = request;
        this.rules = new RuleBook(request.options(), request.rules());
        this.uids = new KeyedUids(request.trialKey());
        this.dates = new DateShift(request.trialKey(), request.subjectId(), request.dateShiftDays());
        this.subject = new SubjectValues(request);
        this.pixels = new PixelCleaning(request.pixels());
        leaveOut.addAll(subject.tags());
        leaveOut.addAll(Markers.tags());
    }

    /**
     * Makes the new data set.
     *
     * @throws RefusedException where a rule refuses the instance
     */
    public DataSet rewrite(DataSet source, NeedleSet needles, ChangeLog log) {
        Replacements make = new Replacements(uids, dates, cleaner(needles));
        Overlays overlays = new Overlays(request.has(Option.CLEAN_GRAPHICS));
        Walk walk = new Walk(rules, source.text(Tag.SOP_CLASS_UID), make, subject, overlays, log);
        DataSet target = walk.top(source, leaveOut);
        OutputCharset.settle(source, target, subject.all());
        for (int tag : subject.tags()) {
            target.putText(tag, Dictionary.standard().vrOf(tag), value(tag));
        }
        new Markers(request).put(target, pixels.isDone(source));
        for (int tag : leaveOut) {
            Element old = source.get(tag);
            Element made = target.get(tag);
            String rule = subject.find(tag).isPresent() ? "the subject and the trial: D" : "says what was done: D";
            log.add(null, source, old, old == null ? Action.ADDED : Action.REPLACED, rule, target, made);
        }
        return target;
    }

    /** One for all images of a patient, since it remembers what it has cleaned. */
    private TextCleaner cleaner(NeedleSet needles) {
        TextCleaner cleaner = last;
        if (cleaner == null || !cleaner.isFor(needles)) {
            cleaner = new TextCleaner(needles);
            last = cleaner;
        }
        return cleaner;
    }

    private String value(int tag) {
        return subject.find(tag).orElse("");
    }
}
