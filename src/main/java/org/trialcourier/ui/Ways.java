// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Question;
import org.trialcourier.ui.shell.Closing;
import org.trialcourier.ui.shell.Notices.Notice;
import org.trialcourier.work.JobRunner;

/** Ways from one desk to another; each asks first where images are chosen and not sent: another trial forgets them. */
final class Ways implements Desk.Moves {
    private final Worlds worlds;
    private final JobRunner runner;
    private final Room room;

    /** Where the desks stand. */
    interface Room {
        /** Whether there is a desk with a draft on it. */
        boolean holdsDraft();

        /** Asks at the desk, which is shown. */
        void ask(Question question);

        /** Says news at the desk, where there is one. */
        void tell(List<Notice> news);

        /** Sets out another desk. */
        void sit(Workplace place);

        /** Sets out the same desk again, on the same screen, and says the news there. */
        void sitAgain(Workplace place, List<Notice> news);

        /** Tells the desk that is there of a trial that was joined. */
        void has(Trial joined);

        /** Shows the page where a trial is joined. */
        void firstPage();

        /** Says what went wrong. */
        void trouble(Throwable fault);

        /** In the person's language. */
        Words words();
    }

    Ways(Worlds worlds, JobRunner runner, Room room) {
        this.worlds = worlds;
        this.runner = runner;
        this.room = room;
    }

    @Override
    public void change(Trial to) {
        unlessDraft(say("switch.text"), () -> go(() -> worlds.work(to), room::sit));
    }

    @Override
    public void practise() {
        unlessDraft(say("switch.text"), () -> go(worlds::practise, room::sit));
    }

    @Override
    public void join() {
        room.firstPage();
    }

    /** Says the news at once too: where a draft is kept, the desk stays as it is. */
    @Override
    public void renew(Workplace at, Trial shown, List<Notice> news) {
        room.tell(news);
        unlessDraft(say("switch.text"), () -> go(() -> worlds.again(at, shown), now -> room.sitAgain(now, news)));
    }

    /** Goes to practice, which is ready. */
    void practised(Workplace place) {
        unlessDraft(say("switch.text"), () -> room.sit(place));
    }

    /** Goes to a trial that was just joined; who stays finds it in the menu of trials. */
    void joined(Trial trial) {
        room.has(trial);
        unlessDraft(
                room.words().say("switch.joined", trial.trial().name()), () -> go(() -> worlds.work(trial), room::sit));
    }

    private String say(String key) {
        return room.words().say(key);
    }

    private void go(Callable<Workplace> way, Consumer<Workplace> then) {
        runner.start(progress -> way.call(), then, room::trouble);
    }

    private void unlessDraft(String text, Runnable move) {
        if (room.holdsDraft()) {
            room.ask(Closing.ofDraft(room.words(), text, move));
        } else {
            move.run();
        }
    }
}
