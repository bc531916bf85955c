// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trialcourier.check.ImageFacts.Pixels;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.Instance;

/** Reads what the checks need from the header of an instance, functional groups of multi-frame objects included. */
final class FactReader {
    /** Pixel data stays where it is; only its length is looked at. */
    private static final ReadOptions WHOLE = new ReadOptions(0, 1 << 12, 256L << 20);

    private static final int MOST_VALUES = 1000;
    private static final int DEPTH = 4;

    private static final Set<Integer> ALWAYS = Set.of(
            Tag.IMAGE_TYPE,
            Tag.CONVERSION_TYPE,
            Tag.BURNED_IN_ANNOTATION,
            Tag.SERIES_DESCRIPTION,
            Tag.ACQUISITION_DATE,
            Tag.SERIES_DATE,
            Tag.CONTENT_DATE,
            Tag.PATIENT_AGE);

    private final Set<Integer> tags;
    private final ReadOptions options;

    FactReader(Set<Integer> wanted) {
        Set<Integer> all = new TreeSet<>(ALWAYS);
        all.addAll(SuvInputs.TAGS);
        all.addAll(wanted);
        this.tags = all;
        this.options = all.stream().anyMatch(Tag::isPrivate) ? WHOLE : WHOLE.standardOnly();
    }

    ImageFacts read(Instance instance) {
        try {
            DataSet data = DicomFile.read(instance.source().open(), options).data();
            return new ImageFacts(instance, values(data), new PlaneReader(data).planes(), pixels(data), null);
        } catch (NotDicomException e) {
            return unreadable(instance, e.reason());
        } catch (IOException | UncheckedIOException e) {
            return unreadable(instance, Phrase.of("left-out.lost"));
        }
    }

    private static ImageFacts unreadable(Instance instance, Phrase why) {
        return new ImageFacts(instance, Map.of(), List.of(), Pixels.NONE, why);
    }

    /** What stands at the top level; of attributes that do not, what stands within sequences. */
    private Map<Integer, List<String>> values(DataSet data) {
        Map<Integer, List<String>> values = new HashMap<>();
        for (int tag : tags) {
            List<String> found = data.texts(tag);
            if (!found.isEmpty()) {
                values.put(tag, once(found));
            }
        }
        Map<Integer, Set<String>> deeper = new HashMap<>();
        inSequences(data, 0, values.keySet(), deeper);
        deeper.forEach((tag, found) -> {
            if (!found.isEmpty()) {
                values.put(tag, List.copyOf(found));
            }
        });
        return Collections.unmodifiableMap(values);
    }

    private static List<String> once(List<String> values) {
        return values.size() == 1 ? values : List.copyOf(new LinkedHashSet<>(values));
    }

    /** Goes once through all items for everything that is looked for and not known. */
    private void inSequences(DataSet data, int depth, Set<Integer> known, Map<Integer, Set<String>> found) {
        for (Element element : data) {
            if (element.value() instanceof Value.Items items) {
                if (depth < DEPTH && !Tag.isPrivate(element.tag())) {
                    items.items().forEach(item -> inSequences(item, depth + 1, known, found));
                }
            } else if (depth > 0 && tags.contains(element.tag()) && !known.contains(element.tag())) {
                Set<String> values = found.computeIfAbsent(element.tag(), tag -> new LinkedHashSet<>());
                if (values.size() <= MOST_VALUES) {
                    values.addAll(data.texts(element));
                }
            }
        }
    }

    private static Pixels pixels(DataSet data) {
        Element element = data.get(Tag.PIXEL_DATA);
        long frames = Math.max(1, data.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        if (element == null) {
            return Pixels.NONE;
        }
        if (element.value() instanceof Value.Fragments fragments) {
            return new Pixels(true, frames, fragments.parts().size() - 1L);
        }
        long samples = data.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        long bits = data.integer(Tag.ROWS).orElse(0)
                * (long) data.integer(Tag.COLUMNS).orElse(0)
                * data.integer(Tag.BITS_ALLOCATED).orElse(0)
                * frames;
        boolean subsampled = data.text(Tag.PHOTOMETRIC_INTERPRETATION).startsWith("YBR_FULL_422")
                || data.text(Tag.PHOTOMETRIC_INTERPRETATION).startsWith("YBR_PARTIAL_42");
        long expected = (subsampled ? bits * 2 : bits * samples) / 8;
        return new Pixels(false, expected, element.length());
    }
}
