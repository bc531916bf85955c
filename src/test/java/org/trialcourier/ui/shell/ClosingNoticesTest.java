// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.text.Words;
import org.trialcourier.trial.VisitBoard;
import org.trialcourier.ui.shared.ManualTicker;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.DirectRunner;

class ClosingNoticesTest {
    private final ManualTicker ticker = new ManualTicker();
    private final List<String> heard = new ArrayList<>();
    private boolean away = true;
    private boolean wanted = true;
    private boolean blind;
    private int later;

    private final ClosingNotices.Boards boards = new ClosingNotices.Boards() {
        @Override
        public boolean isClosingTold() {
            return wanted;
        }

        @Override
        public boolean isBlind() {
            return blind;
        }

        @Override
        public List<VisitBoard.Cell> closingSoonest() {
            var now = Samples.clock().instant().plus(Duration.ofDays(later));
            return VisitBoard.closingSoonest(List.of(VisitBoard.of(Samples.trial(), now, List.of())));
        }
    };

    private boolean tell(String text) {
        return away && heard.add(text);
    }

    @Test
    void aWindowThatClosesTomorrowIsToldOnceADayToWhoDoesNotSeeTheBoard() {
        Runnable end = ClosingNotices.watch(boards, new DirectRunner(), ticker, Words.english(), this::tell);
        ticker.tick();
        assertThat(heard).as("five days are no news").isEmpty();
        later = 4;
        away = false;
        ticker.tick();
        assertThat(heard).as("who sees the board is not told").isEmpty();
        away = true;
        ticker.tick();
        ticker.tick();
        assertThat(heard).hasSize(1).allMatch(text -> text.endsWith("closes tomorrow"), "closes tomorrow");
        later = 5;
        wanted = false;
        ticker.tick();
        assertThat(heard).as("who turned it off is not told").hasSize(1);
        wanted = true;
        ticker.tick();
        assertThat(heard).hasSize(2);
        assertThat(heard.getLast()).endsWith("closes today");
        end.run();
        assertThat(ticker.watching()).isZero();
    }

    @Test
    void whereWhatWasSentCannotBeSeenTheNoticeSaysSo() {
        blind = true;
        later = 4;
        ClosingNotices.watch(boards, new DirectRunner(), ticker, Words.english(), this::tell);
        ticker.tick();
        assertThat(heard).singleElement().asString().contains("closes tomorrow, if it was not sent before");
    }
}
