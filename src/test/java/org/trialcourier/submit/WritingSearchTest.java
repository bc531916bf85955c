// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.check.Writing.Outcome;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;
import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.Picture;
import org.trialcourier.pixel.text.TextFinder;
import org.trialcourier.pixel.text.WrittenText;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.scan.Series;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.work.Progress;

/** Which pictures are looked at, and what what was found means. */
class WritingSearchTest {
    private static final String SERIES = "1.2.276.0.9999.70";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");
    private static final Box PLACE = new Box(1, 1, 4, 2);

    @TempDir
    Path folder;

    private int looks;
    private String text = "";

    private List<WrittenText> find(Picture picture) {
        looks++;
        return text.isEmpty() ? List.of() : List.of(new WrittenText(PLACE, 0.9, Phi.of(text)));
    }

    private WritingSearch search() {
        TextFinder finder = this::find;
        return new WritingSearch(() -> Optional.of(finder));
    }

    @Test
    void everyUltrasoundIsLookedAtButOnlyAFewSlicesOfACt() throws Exception {
        search().of(series("US", 7, ""), new Progress());
        assertThat(looks).isEqualTo(7);
        looks = 0;
        search().of(series("CT", 30, ""), new Progress());
        assertThat(looks).isEqualTo(3);
    }

    @Test
    void whatWasLookedThroughIsRemembered() throws Exception {
        WritingSearch search = search();
        Series series = series("US", 2, "");
        search.of(series, new Progress());
        search.of(series, new Progress());
        assertThat(looks).isEqualTo(2);
    }

    /** What is counted adds up to what was announced, also where it is remembered, cannot be read or nobody can look. */
    @Test
    void everyImageThatIsLookedAtIsCounted() throws Exception {
        WritingSearch search = search();
        Series series = series("US", 7, "");
        for (String time : List.of("first", "again")) {
            assertThat(counted(search, series)).as(time).isEqualTo(7);
        }
        assertThat(search.images(series)).isEqualTo(7);
        assertThat(counted(search, series("CT", 30, ""))).isEqualTo(3);
        Series odd = series("US", 2, "odd");
        assertThat(counted(search, odd)).isEqualTo(search.images(odd)).isEqualTo(2);
        WritingSearch blind = new WritingSearch(Optional::empty);
        assertThat(counted(blind, series)).isEqualTo(blind.images(series)).isZero();
    }

    @Test
    void beforeTheSearchItIsKnownHowManyImagesItLooksAt() throws Exception {
        Trial trial = TrialFile.read(
                PracticeTrial.make(folder.resolve("trial"), LocalDate.of(2026, 9, 15), NOWHERE, NOWHERE));
        Draft draft =
                Draft.of(trial, trial.subjects().getFirst(), trial.visits().getFirst(), catalog("US", 7, ""));
        Progress progress = new Progress();
        PictureFindings.writing(search(), draft, progress);
        assertThat(progress.snapshot().totalItems()).isEqualTo(7);
        assertThat(progress.snapshot().items()).isEqualTo(7);
        Progress again = new Progress();
        PictureFindings.writing(search(), draft.withPixels(new PixelPlan(List.of(), Set.of(SERIES))), again);
        assertThat(again.snapshot().totalItems())
                .as("a person looked at them already")
                .isZero();
    }

    private static long counted(WritingSearch search, Series series) throws InterruptedException {
        Progress progress = new Progress();
        search.of(series, progress);
        return progress.snapshot().items();
    }

    @Test
    void moreUltrasoundsThanAreLookedAtNeedAPerson() throws Exception {
        SeriesWriting writing = search().of(series("US", WritingSearch.MOST_IMAGES + 1, ""), new Progress());
        assertThat(writing.under(PixelPlan.NONE).outcome()).isEqualTo(Outcome.PARTLY);
    }

    @Test
    void thePatientsOwnValueIsToldFromAMeasurementAlsoWhenMisread() throws Exception {
        text = "D1 12.4 mm";
        assertThat(outcome(PixelPlan.NONE)).isEqualTo(Outcome.WRITTEN);
        text = "MUSTERFR4U, F";
        assertThat(outcome(PixelPlan.NONE)).isEqualTo(Outcome.PATIENT);
        text = "TESTPATIENT-0099";
        assertThat(outcome(PixelPlan.NONE)).isEqualTo(Outcome.PATIENT);
    }

    @Test
    void aCoverOrAWordOfAPersonSettlesAPlace() throws Exception {
        text = "MUSTERFRAU";
        PixelPlan.Mask here = new PixelPlan.Mask(new PixelPlan.OfSeries(SERIES), List.of(new Box(0, 0, 6, 4)));
        PixelPlan.Mask elsewhere = new PixelPlan.Mask(new PixelPlan.OfSeries(SERIES), List.of(new Box(6, 6, 2, 2)));
        assertThat(outcome(new PixelPlan(List.of(here), Set.of()))).isEqualTo(Outcome.NOTHING);
        assertThat(outcome(new PixelPlan(List.of(), Set.of(), List.of(here)))).isEqualTo(Outcome.NOTHING);
        assertThat(outcome(new PixelPlan(List.of(elsewhere), Set.of()))).isEqualTo(Outcome.PATIENT);
    }

    @Test
    void withoutAFinderOrWithoutADecoderNothingCountsAsClean() throws Exception {
        SeriesWriting blind = new WritingSearch(Optional::empty).of(series("US", 1, ""), new Progress());
        assertThat(blind.under(PixelPlan.NONE).outcome()).isEqualTo(Outcome.NOT_LOOKED);
        SeriesWriting odd = search().of(series("US", 1, "odd"), new Progress());
        assertThat(odd.under(PixelPlan.NONE).outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(odd.under(PixelPlan.NONE).why()).isNotNull();
    }

    private Outcome outcome(PixelPlan plan) throws Exception {
        return search().of(series("US", 1, ""), new Progress()).under(plan).outcome();
    }

    private Series series(String modality, int images, String kind) throws Exception {
        return catalog(modality, images, kind).studies().getFirst().series().getFirst();
    }

    private Catalog catalog(String modality, int images, String kind) throws Exception {
        Path home = Files.createTempDirectory(folder, "images");
        for (int number = 1; number <= images; number++) {
            write(home.resolve(number + ".dcm"), modality, number, kind.equals("odd") ? 12 : 8);
        }
        return new Scanner().scan(List.of(home), new Progress(), ScanListener.none());
    }

    private static void write(Path file, String modality, int number, int bits) throws IOException {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.6.1");
        data.putText(Tag.SOP_INSTANCE_UID, SERIES + "." + number);
        data.putText(Tag.STUDY_INSTANCE_UID, "1.2.276.0.9999.7");
        data.putText(Tag.SERIES_INSTANCE_UID, SERIES);
        data.putText(Tag.MODALITY, modality);
        data.putText(Tag.PATIENT_NAME, "MUSTERFRAU^FIKTIVA");
        data.putText(Tag.PATIENT_ID, "TESTPATIENT-0099");
        data.putText(Tag.INSTANCE_NUMBER, "" + number);
        data.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, 1);
        data.putText(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
        data.putInts(Tag.ROWS, Vr.US, 8);
        data.putInts(Tag.COLUMNS, Vr.US, 8);
        data.putInts(Tag.BITS_ALLOCATED, Vr.US, bits);
        data.putInts(Tag.BITS_STORED, Vr.US, bits);
        data.putBytes(Tag.PIXEL_DATA, Vr.OB, new byte[bits * 8]);
        try (OutputStream out = Files.newOutputStream(file)) {
            DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE).write(out);
        }
    }
}
