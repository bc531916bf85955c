// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trialcourier.app.AppOptions;
import org.trialcourier.check.Severity;
import org.trialcourier.trial.FormField;
import org.trialcourier.ui.send.FormAnswer;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.source.CatalogNode;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.submission.Step;
import org.trialcourier.ui.submission.SubmissionViewModel;

/** Goes through the whole practice job in the real window and takes a picture of every screen in both themes. */
final class Pictures {
    private final Path folder;
    private final Stagehand hand;
    private final double scale;
    private int number;

    private Pictures(Path folder, Stagehand hand, double scale) {
        this.scale = scale;
        this.folder = folder;
        this.hand = hand;
    }

    /** Arguments: folder for the pictures, width, height, scale, language tag. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        double width = Double.parseDouble(arguments[1]);
        double height = Double.parseDouble(arguments[2]);
        Locale locale = Locale.forLanguageTag(arguments[4]);
        Path home = Files.createTempDirectory("trialcourier-pictures");
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), locale, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, false, width, height)) {
            new Pictures(folder, hand, Double.parseDouble(arguments[3])).journey();
        }
        System.exit(0);
    }

    private void shoot(String name) {
        number++;
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            hand.run(theme::apply);
            hand.picture(
                    folder.resolve(String.format(Locale.ROOT, "%02d-%s-%s.png", number, name, theme.setting())), scale);
        }
        hand.run(Theme.LIGHT::apply);
    }

    private void journey() {
        shoot("welcome");
        hand.press("welcome-practice-begin");
        Desk desk = hand.desk();
        hand.pulses(4);
        shoot("visits");
        hand.run(() -> desk.shell().open(Screen.QUEUE));
        shoot("queue-empty");
        hand.run(() -> desk.shell().open(Screen.HISTORY));
        shoot("history-empty");
        hand.run(() -> desk.shell().open(Screen.NEW));
        shoot("source-empty");
        SubmissionViewModel submission = desk.submission();
        SourceViewModel source = submission.steps().source();
        hand.press("source-practice-disc");
        hand.until("scanned", () -> source.phase().get() == SourceViewModel.Phase.READY);
        shoot("source-several-patients");
        hand.run(() -> tickFirstCt(source));
        hand.press("source-left-out-show");
        shoot("source");
        hand.press("submission-next");
        shoot("subject-none");
        hand.run(() -> submission
                .steps()
                .subject()
                .subject()
                .set(submission.steps().subject().subjects().getFirst()));
        shoot("subject");
        hand.run(() -> submission.begin("", ""));
        hand.run(() -> submission
                .steps()
                .subject()
                .choose(
                        org.trialcourier.practice.PracticeTrial.DISC_SUBJECT,
                        org.trialcourier.practice.PracticeTrial.DISC_VISIT));
        hand.press("submission-next");
        hand.until(
                "reviewed",
                () -> !submission.steps().review().previewing().get()
                        && !submission.steps().review().checking().get());
        shoot("review");
        hand.run(() -> submission.steps().review().findings().forEach(row -> {
            if (row.finding().severity() == Severity.REASON) {
                row.reason().set("Confirmed with the radiology department");
            }
        }));
        hand.run(() -> submission.steps().review().search().set("patient"));
        shoot("review-search");
        hand.press("review-tab-images");
        hand.until(
                "a picture is shown", () -> submission.steps().images().frame().get() != null);
        hand.run(() -> submission.steps().images().turn(17));
        hand.pulses(10);
        shoot("images");
        hand.press("submission-next");
        hand.until("send is open", () -> submission.step().get().equals(new Step.Send()));
        hand.run(() -> {
            var send = submission.steps().send();
            send.name().set("Robin Fictional");
            send.role().set("Study coordinator");
            send.pin().set("2468");
            send.confirmed().set(true);
            send.answers().forEach(Pictures::answer);
        });
        shoot("send");
        hand.press("submission-send");
        hand.until("queued", () -> desk.shell().screen().get() == Screen.QUEUE);
        shoot("queue");
        hand.run(() -> desk.shell().open(Screen.HISTORY));
        hand.until("received", () -> desk.shell().waiting().get() == 0);
        shoot("history");
        hand.press("history-tab-audit");
        hand.pulses(10);
        shoot("audit");
        hand.run(() -> desk.shell().open(Screen.VISITS));
        shoot("visits-received");
        hand.run(() -> desk.shell().open(Screen.SETTINGS));
        hand.press("doctor-examine");
        hand.pulses(60);
        shoot("settings");
        hand.run(() -> desk.shell().railCollapsed().set(true));
        shoot("rail-folded");
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

    static void tickFirstCt(SourceViewModel source) {
        for (CatalogNode patient : source.root().children()) {
            for (CatalogNode study : patient.children()) {
                if (study.children().stream()
                        .anyMatch(series -> series.modality().equals("CT"))) {
                    source.check(study, true);
                    return;
                }
            }
        }
    }
}
