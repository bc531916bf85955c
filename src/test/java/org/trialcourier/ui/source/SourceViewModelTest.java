// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.TreeItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.Phi;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.LeftOut;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.HeldRunner;
import org.trialcourier.ui.shared.ManualTicker;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.ui.source.SourceViewModel.Phase;
import org.trialcourier.work.DirectRunner;

class SourceViewModelTest {
    private static final List<Path> DISC = List.of(Path.of("disc"));

    private final ManualTicker ticker = new ManualTicker();

    private SourceViewModel scanned(Scan scan) {
        SourceViewModel model = new SourceViewModel(scan, new DirectRunner(), ticker, Words.english());
        model.add(DISC);
        return model;
    }

    private static Scan finds(Catalog catalog) {
        return (sources, progress, listener) -> catalog;
    }

    @Test
    void allImagesOfTheOnlyPatientAreChosen() {
        SourceViewModel model = scanned(finds(Samples.catalog("20261120", "Specimen")));
        assertThat(model.phase().get()).isEqualTo(Phase.READY);
        assertThat(model.selection().get().instances()).hasSize(6);
        assertThat(model.chosen().get()).isEqualTo("1 study, 2 series, 6 images, 3 MB");
        assertThat(model.root().children()).hasSize(1);
    }

    @Test
    void nothingIsChosenWhereThereAreTwoPatients() {
        SourceViewModel model = scanned(finds(Samples.catalog("20261120", "Specimen", "Sample")));
        assertThat(model.selection().get().patients()).isEmpty();
        assertThat(model.chosen().get()).contains("more than one patient");
    }

    @Test
    void checkingAPatientTakesAllOfItsSeries() {
        SourceViewModel model = scanned(finds(Samples.catalog("20261120", "Specimen", "Sample")));
        CatalogNode second = model.root().children().get(1);
        model.check(second, true);
        assertThat(model.selection().get().patients()).hasSize(1);
        assertThat(model.selection().get().patients().getFirst().identity().id().reveal())
                .isEqualTo("TEST-Sample");
        assertThat(model.selection().get().instances()).hasSize(6);
    }

    @Test
    void uncheckingASeriesLeavesItsParentsPartlyChecked() {
        SourceViewModel model = scanned(finds(Samples.catalog("20261120", "Specimen")));
        CatalogNode patient = model.root().children().getFirst();
        CatalogNode study = patient.children().getFirst();
        model.check(study.children().getFirst(), false);
        assertThat(study.partly().get()).isTrue();
        assertThat(study.selected().get()).isFalse();
        assertThat(patient.partly().get()).isTrue();
        assertThat(model.selection().get().instances()).hasSize(3);
    }

    @Test
    void everyFileLeftOutIsListed() {
        SourceViewModel model = scanned(finds(Samples.catalog("20261120", "Specimen")));
        assertThat(model.leftOut()).hasSize(1);
        assertThat(model.nameOf(model.leftOut().getFirst())).isEqualTo("AUTORUN.INF");
    }

    @Test
    void whatIsDamagedStandsFirstAmongTheFilesLeftOut() {
        Catalog some = Samples.catalog("20261120", "Specimen");
        LeftOut damaged = new LeftOut(Phi.of("IM7"), LeftOut.Reason.DAMAGED, Phrase.of("left-out.fault"));
        SourceViewModel model = scanned(
                finds(new Catalog(some.patients(), List.of(some.leftOut().getFirst(), damaged), 8)));
        assertThat(model.leftOut()).containsExactly(damaged, some.leftOut().getFirst());
    }

    @Test
    void whatCannotBeReadIsNotCalledAFolderWithoutImages() {
        LeftOut locked = new LeftOut(Phi.of("IM1"), LeftOut.Reason.UNREADABLE, Phrase.of("left-out.password"));
        SourceViewModel model = scanned(finds(new Catalog(List.of(), List.of(locked), 1)));
        assertThat(model.problem().get()).isEqualTo(new Problem.NoImages(1, 1));
    }

    @Test
    void aDriveTakenOutWhileItWasLookedAtIsTold(@TempDir Path drive) {
        SourceViewModel model = new SourceViewModel(
                (sources, progress, listener) -> {
                    assertThat(drive.toFile().delete()).isTrue();
                    return Samples.catalog("20261120", "Specimen");
                },
                new DirectRunner(),
                ticker,
                Words.english());
        model.add(List.of(drive));
        assertThat(model.problem().get()).isEqualTo(new Problem.SourceLeft(drive.toString()));
    }

    @Test
    void aFolderWithoutImagesIsAProblemAndTheNextTryStartsAfresh() {
        SourceViewModel model = scanned(finds(new Catalog(List.of(), List.of(), 0)));
        assertThat(model.problem().get()).isEqualTo(new Problem.NoImages(0, 0));
        assertThat(model.phase().get()).isEqualTo(Phase.EMPTY);
    }

    @Test
    void aDiscThatCannotBeReadIsAProblem() {
        SourceViewModel model = scanned((sources, progress, listener) -> {
            throw new ProblemException(new Problem.Unreadable("disc", "it was taken out"));
        });
        assertThat(model.problem().get()).isInstanceOf(Problem.Unreadable.class);
        assertThat(model.phase().get()).isEqualTo(Phase.EMPTY);
    }

    @Test
    void countsGrowWhileFilesAreLookedAt() {
        HeldRunner runner = new HeldRunner();
        Catalog catalog = Samples.catalog("20261120", "Specimen");
        SourceViewModel model = new SourceViewModel(
                (sources, progress, listener) -> {
                    catalog.instances().limit(4).forEach(instance -> {
                        listener.found(instance);
                        progress.addItems(1);
                    });
                    ticker.tick();
                    return catalog;
                },
                runner,
                ticker,
                Words.english());
        List<Long> seen = new java.util.ArrayList<>();
        model.root().images().subscribe(count -> seen.add(count.longValue()));
        model.add(DISC);
        assertThat(model.phase().get()).isEqualTo(Phase.SCANNING);
        runner.release();
        assertThat(seen).contains(4L).endsWith(6L);
        assertThat(ticker.watching()).isZero();
    }

    @Test
    void whenAllWasLookedAtTheRowsAreInTheOrderOfTheCatalog() {
        SourceViewModel model = foundFromTheEnd(source -> {});
        assertThat(titles(model.root())).containsExactly("Alpha", "Beta", "Gamma");
        CatalogNode study = model.root().children().getFirst().children().getFirst();
        assertThat(titles(study)).allMatch(title -> title.startsWith("1  ·  Axial"));
        assertThat(titles(study).getFirst()).endsWith(".1");
    }

    @Test
    void rowsStayWhereTheyAreOnceAPersonHasChosen() {
        SourceViewModel model =
                foundFromTheEnd(source -> source.check(source.root().children().getFirst(), true));
        assertThat(titles(model.root())).containsExactly("Gamma", "Beta", "Alpha");
        assertThat(model.root().children().getFirst().selected().get()).isTrue();
    }

    @Test
    void theTreeFollowsTheOrderAndStaysUnfoldedAsItWas() {
        CatalogNode root = new CatalogNode(CatalogNode.Kind.ROOT, "", "", "", "");
        TreeItem<CatalogNode> items = CatalogItems.of(root);
        for (String title : List.of("C", "A", "B")) {
            root.children().add(new CatalogNode(CatalogNode.Kind.PATIENT, title, title, "", ""));
        }
        TreeItem<CatalogNode> folded = items.getChildren().getFirst();
        folded.setExpanded(false);
        FXCollections.sort(root.children(), Comparator.comparing(CatalogNode::title));
        assertThat(items.getChildren())
                .extracting(item -> item.getValue().title())
                .containsExactly("A", "B", "C");
        assertThat(items.getChildren().getLast()).isSameAs(folded);
        assertThat(folded.isExpanded()).isFalse();
    }

    @Test
    void stoppingForgetsWhatWasFound() {
        HeldRunner runner = new HeldRunner();
        SourceViewModel model =
                new SourceViewModel(finds(Samples.catalog("20261120", "Specimen")), runner, ticker, Words.english());
        model.add(DISC);
        model.clear();
        runner.release();
        assertThat(model.phase().get()).isEqualTo(Phase.EMPTY);
        assertThat(model.root().children()).isEmpty();
        assertThat(ticker.watching()).isZero();
    }

    /** Three patients, met one after the other from the last; something is done before the scan ends. */
    private SourceViewModel foundFromTheEnd(Consumer<SourceViewModel> meanwhile) {
        HeldRunner runner = new HeldRunner();
        Catalog catalog = Samples.catalog("20261120", "Alpha", "Beta", "Gamma");
        List<Runnable> before = new ArrayList<>();
        SourceViewModel model = new SourceViewModel(
                (sources, progress, listener) -> {
                    for (Instance instance : catalog.instances().toList().reversed()) {
                        listener.found(instance);
                        ticker.tick();
                    }
                    before.forEach(Runnable::run);
                    return catalog;
                },
                runner,
                ticker,
                Words.english());
        before.add(() -> meanwhile.accept(model));
        model.add(DISC);
        runner.release();
        return model;
    }

    private static List<String> titles(CatalogNode node) {
        return node.children().stream()
                .map(child -> child.title().split(" Fictional")[0])
                .toList();
    }
}
