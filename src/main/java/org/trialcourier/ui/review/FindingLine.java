// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.check.Codes;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Severity;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** One finding: what is wrong, the way to mend it, or the place for the reason why it is right as it is. */
final class FindingLine extends VBox {
    FindingLine(FindingRow row, Words words, Consumer<Finding> mend) {
        getStyleClass().addAll("finding", "block");
        Finding finding = row.finding();
        String message = words.say(finding.message());
        getChildren().add(Nodes.paragraph(message));
        String way =
                switch (finding.remedy()) {
                    case ADD_OR_EXPLAIN -> "review.mend.add";
                    case LEAVE_OUT -> isDelta(finding) ? "review.only-new" : "review.mend.leave-out";
                    case CHOOSE_AGAIN -> "review.mend.choose";
                    case EXPLAIN, NONE -> "";
                };
        if (!way.isEmpty()) {
            getChildren()
                    .add(Nodes.row(
                            "line", Nodes.button(words, way, Feather.ARROW_LEFT, () -> mend.accept(finding), "small")));
        }
        if (finding.severity() == Severity.REASON) {
            boolean missing = finding.remedy() == Finding.Remedy.ADD_OR_EXPLAIN;
            String prompt = words.say(missing ? "review.not-acquired" : "review.reason");
            TextField reason = new TextField();
            reason.setId("reason-" + finding.code());
            reason.setPromptText(prompt);
            reason.setAccessibleText(prompt + " " + message);
            reason.textProperty().bindBidirectional(row.reason());
            Label wrong = Nodes.paragraph("", "toned", "tone-bad", "small-text");
            row.named().subscribe(names -> Nodes.mistake(wrong, reason, names ? words.say("review.reason-names") : ""));
            getChildren().addAll(reason, wrong);
        }
    }

    /** Whether the rest of the study can go without what was sent before. */
    static boolean isDelta(Finding finding) {
        return finding.code().equals(Codes.SENT_BEFORE) && finding.remedy() == Finding.Remedy.LEAVE_OUT;
    }
}
