// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialcourier.practice.PracticeTrial.DISC_SUBJECT;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.app.AppOptions;
import org.trialcourier.ui.source.CatalogNode;

/** A person who uses no mouse, from the first start to the receipt. */
@Tag("xvfb")
class KeyboardJourneyTest {
    @TempDir
    private Path folder;

    @Test
    void fromTheFirstStartToTheReceiptWithKeysAlone() throws Exception {
        Path home = folder.resolve("home");
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        try (Person person = Person.before(options)) {
            person.sees("Welcome to TrialCourier");
            uses(person, "welcome-practice-begin");
            person.sees("Practice");
            person.pushes(KeyCode.SHORTCUT, KeyCode.DIGIT2);
            person.until("the first step", () -> person.canUse("source-practice-disc"));
            uses(person, "source-practice-disc");
            person.sees("1 unreadable, 1 twice");
            ticksTheCt(person);
            uses(person, "submission-next");
            person.until("the second step", () -> person.canSee("subject-search"));
            writes(person, "subject-search", DISC_SUBJECT);
            uses(person, "submission-next");
            person.until("the third step", () -> person.canSee("review-tab-images"));
            uses(person, "submission-next");
            person.until("the last step", () -> person.canSee("send-pin"));
            writes(person, "send-name", "Robin Fictional");
            writes(person, "send-role", "Study coordinator");
            uses(person, "send-statement");
            writes(person, "send-pin", "2468");
            writes(person, "send-pin-repeat", "2468");
            uses(person, "submission-send");
            person.sees("Nothing on its way");
            person.pushes(KeyCode.SHORTCUT, KeyCode.DIGIT4);
            new HistoryPage(person).seesASignedReceipt();
        }
        assertThat(Workstation.received(home.resolve("practice"), ".dcm")).hasSize(41);
    }

    private static void uses(Person person, String id) {
        person.until(id + " can be used", () -> person.canUse(id));
        person.tabsTo(id);
        person.pushes(KeyCode.SPACE);
    }

    private static void writes(Person person, String id, String text) {
        person.tabsTo(id);
        person.types(text);
        person.until(id + " holds what was written", () -> text.equals(((TextInputControl) person.node(id)).getText()));
    }

    private static void ticksTheCt(Person person) {
        person.tabsTo("source-tree");
        person.pushes(KeyCode.HOME);
        standsAt(person, 0);
        int lines = Person.look(() -> tree(person).getExpandedItemCount());
        for (int line = 1; line < lines && !Person.look(() -> isCtStudy(person)); line++) {
            person.pushes(KeyCode.DOWN);
            standsAt(person, line);
        }
        person.pushes(KeyCode.SPACE);
        person.until("a study is taken", () -> person.canUse("submission-next"));
    }

    private static void standsAt(Person person, int line) {
        person.until("line " + line, () -> tree(person).getSelectionModel().getSelectedIndex() == line);
    }

    private static boolean isCtStudy(Person person) {
        var item = tree(person).getSelectionModel().getSelectedItem();
        return item != null
                && item.getValue().kind() == CatalogNode.Kind.STUDY
                && item.getValue().children().stream()
                        .anyMatch(series -> series.modality().equals("CT"));
    }

    @SuppressWarnings("unchecked")
    private static TreeTableView<CatalogNode> tree(Person person) {
        return (TreeTableView<CatalogNode>) person.node("source-tree");
    }
}
