// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.trialcourier.check.Severity;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.trial.FormField;
import org.trialcourier.ui.send.FormAnswer;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.source.CatalogNode;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.submission.Step;
import org.trialcourier.ui.submission.SubmissionViewModel;

/** The practice job through every screen of the real window, with a stop at each, whatever language it speaks. */
final class Tour {
    /** Where it stands in the menu of a trial. */
    private static final int TAKE_KEY = 3;

    private final Stagehand hand;
    private final Consumer<String> stop;

    /** {@code stop} is called at each screen, with a name for it. */
    Tour(Stagehand hand, Consumer<String> stop) {
        this.hand = hand;
        this.stop = stop;
    }

    void go() {
        hand.find("welcome-practice-begin");
        stop.accept("welcome");
        Node address = hand.find("welcome-join-address");
        hand.run(() -> ((TextInputControl) address).setText("http://127.0.0.1:9/trial.json"));
        hand.press("welcome-join-go");
        hand.until("no trial there", this::isTroubled);
        stop.accept("welcome-trouble");
        hand.arrive(OtherTrial.file());
        hand.find("join-receiver");
        stop.accept("welcome-invitation");
        hand.press("join-no");
        hand.press("welcome-practice-begin");
        Desk desk = hand.desk();
        hand.pulses(4);
        stop.accept("visits");
        hand.run(() -> desk.shell().help().set(true));
        stop.accept("help");
        hand.run(() -> desk.shell().help().set(false));
        hand.run(() -> desk.shell().open(Screen.QUEUE));
        stop.accept("queue-empty");
        hand.run(() -> desk.shell().open(Screen.HISTORY));
        stop.accept("history-empty");
        hand.run(() -> desk.shell().open(Screen.NEW));
        stop.accept("source-empty");
        SubmissionViewModel submission = desk.submission();
        SourceViewModel source = submission.steps().source();
        hand.press("source-practice-disc");
        hand.until("scanned", () -> source.phase().get() == SourceViewModel.Phase.READY);
        stop.accept("source-several-patients");
        hand.run(() -> source.check(source.root(), true));
        hand.press("submission-next");
        hand.until(
                "both patients are named",
                () -> !submission.steps().subject().concerns().isEmpty());
        stop.accept("subject-two-patients");
        hand.press("submission-back");
        hand.run(() -> source.check(source.root(), false));
        hand.run(() -> tick(source, "CT"));
        hand.press("source-left-out-show");
        stop.accept("source");
        hand.press("submission-next");
        stop.accept("subject-none");
        hand.run(() -> submission
                .steps()
                .subject()
                .subject()
                .set(submission.steps().subject().subjects().getFirst()));
        hand.until(
                "what speaks against it",
                () -> !submission.steps().subject().doubt().get().isEmpty());
        stop.accept("subject");
        hand.run(() -> submission.begin("", ""));
        hand.run(() -> submission.steps().subject().choose(PracticeTrial.DISC_SUBJECT, PracticeTrial.DISC_VISIT));
        hand.press("submission-next");
        hand.until(
                "reviewed",
                () -> !submission.steps().review().previewing().get()
                        && !submission.steps().review().checking().get());
        stop.accept("review");
        hand.run(() -> submission.steps().review().findings().forEach(row -> {
            if (row.finding().severity() == Severity.REASON) {
                row.reason().set("Confirmed with the radiology department");
            }
        }));
        hand.run(() -> submission.steps().review().search().set("patient"));
        stop.accept("review-search");
        hand.press("review-tab-images");
        hand.until(
                "a picture is shown", () -> submission.steps().images().frame().get() != null);
        hand.run(() -> submission.steps().images().turn(17));
        hand.pulses(10);
        stop.accept("images");
        hand.press("images-sheet");
        hand.pulses(60);
        stop.accept("images-contact-sheet");
        hand.press("images-sheet");
        sign(hand);
        stop.accept("send");
        hand.run(hand.entrance()::leave);
        stop.accept("closing");
        hand.press("close-stay");
        hand.press("submission-send");
        hand.until("queued", () -> desk.shell().screen().get() == Screen.QUEUE);
        stop.accept("queue");
        hand.run(() -> desk.shell().open(Screen.HISTORY));
        hand.until("received", () -> desk.shell().waiting().get() == 0);
        stop.accept("history");
        hand.press("history-tab-audit");
        hand.pulses(10);
        stop.accept("audit");
        hand.run(() -> desk.shell().open(Screen.VISITS));
        stop.accept("visits-received");
        hand.run(() -> desk.shell().open(Screen.SETTINGS));
        stop.accept("settings");
        MenuButton more = (MenuButton) hand.find("trial-" + PracticeTrial.ID + "-001");
        hand.run(() -> more.getItems().get(TAKE_KEY).fire());
        hand.find("settings-key-card");
        stop.accept("key-card");
        hand.press("settings-key-card-not-now");
        hand.press("doctor-examine");
        Node save = hand.find("doctor-save");
        hand.until("the doctor is done", save::isVisible);
        ScrollPane page = pageOf(save);
        hand.run(() -> show(page, save.getParent().getParent()));
        stop.accept("doctor");
        hand.run(() -> page.setVvalue(1));
        stop.accept("settings-end");
        hand.run(() -> desk.shell().railCollapsed().set(false));
        hand.pulses(20);
        stop.accept("rail-unfolded");
    }

    private boolean isTroubled() {
        Node box = hand.stage().getScene().getRoot().lookup(".problem-box");
        return box != null && box.isVisible();
    }

    /** Scrolls so far that the upper end of a card is at that of the page. */
    private static void show(ScrollPane page, Node card) {
        Node content = page.getContent();
        double top =
                content.sceneToLocal(card.localToScene(card.getBoundsInLocal())).getMinY();
        page.setVvalue(top
                / (content.getLayoutBounds().getHeight()
                        - page.getViewportBounds().getHeight()));
    }

    private static ScrollPane pageOf(Node node) {
        Parent around = node.getParent();
        while (!(around instanceof ScrollPane)) {
            around = around.getParent();
        }
        return (ScrollPane) around;
    }

    /** Waits for the review and writes a reason beside all that was found. */
    static void explain(Stagehand hand) {
        SubmissionViewModel submission = hand.desk().submission();
        hand.until(
                "reviewed",
                () -> !submission.steps().review().previewing().get()
                        && !submission.steps().review().checking().get());
        hand.run(() -> List.copyOf(submission.steps().review().findings())
                .forEach(row -> row.reason().set("Confirmed with the radiology department")));
        hand.until("ready", () -> submission.canContinue().get());
    }

    /** Goes to the last step, answers what the trial asks and signs. */
    static void sign(Stagehand hand) {
        SubmissionViewModel submission = hand.desk().submission();
        hand.press("submission-next");
        hand.until("send is open", () -> submission.step().get().equals(new Step.Send()));
        hand.run(() -> {
            var send = submission.steps().send();
            send.name().set("Robin Fictional");
            send.role().set("Study coordinator");
            send.pin().typed().set("2468");
            send.pin().repeated().set("2468");
            send.confirmed().set(true);
            send.answers().forEach(Tour::answer);
        });
    }

    static void answer(FormAnswer answer) {
        FormField field = answer.field();
        answer.value()
                .set(
                        switch (field.type()) {
                            case CHOICE -> field.choices().getFirst();
                            case YES_NO -> "yes";
                            case NUMBER -> String.valueOf((int) field.min().orElse(1));
                            case DATE -> "2026-01-01";
                            case TEXT -> "none";
                        });
    }

    /** Takes the first study that has a series of a modality. */
    static void tick(SourceViewModel source, String modality) {
        for (CatalogNode patient : source.root().children()) {
            for (CatalogNode study : patient.children()) {
                if (study.children().stream()
                        .anyMatch(series -> series.modality().equals(modality))) {
                    source.check(study, true);
                    return;
                }
            }
        }
    }
}
