// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.trialcourier.check.BurnedIn;
import org.trialcourier.deid.PatientValues;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Vr;
import org.trialcourier.pixel.Picture;
import org.trialcourier.pixel.UndecodableException;
import org.trialcourier.pixel.text.TextFinder;
import org.trialcourier.pixel.text.WrittenText;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.Series;
import org.trialcourier.work.Progress;

/**
 * Looks for text in the pictures of series, once for each, and remembers the places. Of devices that write into their
 * pictures every image is looked at, of others the first, the middle and the last one and one of each size; of an image
 * with many frames its first, middle and last. Text that was read is compared with the patient's values and forgotten.
 */
public final class WritingSearch {
    /** More images of one series are not looked at: then a person has to. */
    static final int MOST_IMAGES = 60;

    private static final int REMEMBERED = 500;
    private static final int WHOLE = 1 << 16;
    /** Objects with pixels that nobody can write into. */
    private static final Set<String> NO_PICTURES = Set.of("SEG", "RTDOSE");

    private final Supplier<Optional<TextFinder>> finder;
    private final Map<Series, SeriesWriting> known = new LinkedHashMap<>();

    /** A search with the finder of this computer, which is loaded when it is first needed. */
    public WritingSearch() {
        this(TextFinder::ofThisComputer);
    }

    WritingSearch(Supplier<Optional<TextFinder>> finder) {
        this.finder = finder;
    }

    /** How many images of a series are looked at, and counted while that is done. */
    long images(Series series) {
        return finder.get().isEmpty() ? 0 : chosen(series).size();
    }

    /** Looks through a series; blocks. What was looked through before is answered at once. */
    public synchronized SeriesWriting of(Series series, Progress progress) throws InterruptedException {
        SeriesWriting before = known.get(series);
        if (before != null) {
            progress.addItems(images(series));
            return before;
        }
        Optional<TextFinder> eyes = finder.get();
        SeriesWriting found = eyes.isEmpty()
                ? new SeriesWriting(series.uid(), false, List.of(), 0, false, null)
                : look(series, eyes.get(), progress);
        if (known.size() >= REMEMBERED) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(series, found);
        return found;
    }

    private static SeriesWriting look(Series series, TextFinder eyes, Progress progress) throws InterruptedException {
        List<Instance> chosen = chosen(series);
        PatientValues values = new PatientValues();
        List<Seen> seen = new ArrayList<>();
        Phrase unreadable = null;
        int frames = 0;
        for (Instance instance : chosen) {
            try {
                DicomFile file = DicomFile.read(instance.source().open(), ReadOptions.WHOLE);
                values.add(file.data());
                for (int frame : spread(instance.frames())) {
                    progress.check();
                    frames++;
                    for (Picture picture : Picture.forReading(file, frame, WHOLE)) {
                        eyes.find(picture).forEach(text -> seen.add(new Seen(instance, frame, about(file), text)));
                    }
                }
            } catch (UndecodableException undecodable) {
                unreadable = undecodable.reason();
            } catch (IOException | UncheckedIOException | NotDicomException gone) {
                unreadable = Phrase.of("left-out.lost");
            } catch (RuntimeException damaged) {
                unreadable = Phrase.of("pixels.senseless");
            }
            progress.addItems(1);
        }
        List<SeriesWriting.Place> places =
                seen.stream().map(one -> one.place(values)).distinct().toList();
        boolean partly = writes(series) && chosen.size() < pictures(series).size();
        return new SeriesWriting(series.uid(), true, places, frames, partly, unreadable);
    }

    private record Seen(Instance instance, int frame, DataSet image, WrittenText text) {
        SeriesWriting.Place place(PatientValues values) {
            String read = text.text().reveal();
            return new SeriesWriting.Place(
                    instance.sopInstanceUid(),
                    frame,
                    image,
                    text.box(),
                    text.confidence(),
                    values.kindIn(read).orElse(null));
        }
    }

    private static List<Instance> pictures(Series series) {
        return series.instances().stream()
                .filter(instance -> instance.frames() > 0 && !NO_PICTURES.contains(series.modality()))
                .toList();
    }

    /** Whether a device of this kind writes into its pictures as a matter of course. */
    private static boolean writes(Series series) {
        return pictures(series).stream().anyMatch(one -> BurnedIn.isLikely(series.modality(), one.sopClass()));
    }

    private static List<Instance> chosen(Series series) {
        List<Instance> pictures = pictures(series);
        return writes(series) ? first(pictures) : representative(pictures);
    }

    private static List<Instance> first(List<Instance> pictures) {
        return pictures.subList(0, Math.min(MOST_IMAGES, pictures.size()));
    }

    private static List<Instance> representative(List<Instance> pictures) {
        Set<Instance> chosen = new LinkedHashSet<>();
        spread(pictures.size()).forEach(at -> chosen.add(pictures.get(at)));
        Set<String> kinds = new LinkedHashSet<>();
        for (Instance one : pictures) {
            String kind = one.facts().text(Tag.ROWS) + "x" + one.facts().text(Tag.COLUMNS) + " " + one.sopClass() + " "
                    + one.facts().text(Tag.PHOTOMETRIC_INTERPRETATION)
                    + one.facts().text(Tag.BURNED_IN_ANNOTATION);
            if (kinds.add(kind) && chosen.size() < MOST_IMAGES) {
                chosen.add(one);
            }
        }
        return List.copyOf(chosen);
    }

    /** First, middle and last of so many, each once. */
    private static List<Integer> spread(int count) {
        return count == 0
                ? List.of()
                : IntStream.of(0, count / 2, count - 1).distinct().boxed().toList();
    }

    private static DataSet about(DicomFile file) {
        DataSet about = new DataSet();
        for (int tag : new int[] {Tag.SERIES_INSTANCE_UID, Tag.MANUFACTURER, Tag.MANUFACTURER_MODEL_NAME}) {
            about.putText(tag, file.data().text(tag));
        }
        about.putInts(Tag.ROWS, Vr.US, file.data().integer(Tag.ROWS).orElse(0));
        about.putInts(Tag.COLUMNS, Vr.US, file.data().integer(Tag.COLUMNS).orElse(0));
        return about;
    }
}
