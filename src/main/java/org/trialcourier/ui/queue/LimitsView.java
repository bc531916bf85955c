// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.queue;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.trialcourier.settings.Settings;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** How fast may be sent, and when not at all: chosen from lists, so that nothing can be typed wrong. */
final class LimitsView extends HBox {
    /** In megabits a second, as IT departments count. */
    private static final List<Integer> SPEEDS = List.of(0, 1, 2, 5, 10, 20, 50, 100);

    private static final long BYTES_OF_MEGABIT = 125_000;

    LimitsView(QueueViewModel model, Words words) {
        getStyleClass().add("line");
        Settings now = model.limits();
        ComboBox<Long> speed = box(
                words,
                "queue.limit",
                SPEEDS.stream().map(mbit -> mbit * BYTES_OF_MEGABIT).toList(),
                now.bytesPerSecond(),
                bytes -> words.say(bytes == 0 ? "queue.limit.none" : "queue.limit.value", bytes / BYTES_OF_MEGABIT),
                model::limit);
        String[] quiet = (now.quietHours() + "-").split("-", -1);
        List<String> times = new ArrayList<>(List.of(""));
        for (int half = 0; half < 48; half++) {
            times.add(LocalTime.MIDNIGHT.plusMinutes(30L * half).toString());
        }
        ComboBox<String> from = new ComboBox<>();
        ComboBox<String> to = new ComboBox<>();
        Runnable tell = () -> {
            Nodes.show(to, !from.getValue().isEmpty());
            model.quiet(from.getValue(), to.getValue());
        };
        fill(
                from,
                words,
                "queue.quiet.from",
                times,
                quiet[0],
                time -> time.isEmpty() ? words.say("queue.quiet.none") : time,
                time -> tell.run());
        fill(
                to,
                words,
                "queue.quiet.to",
                times.subList(1, times.size()),
                quiet[1].isEmpty() ? "18:00" : quiet[1],
                time -> words.say("queue.quiet.until", time),
                time -> tell.run());
        Nodes.show(to, !quiet[0].isEmpty());
        getChildren()
                .addAll(
                        Nodes.label(words.say("queue.limit"), "muted", "small-text"),
                        speed,
                        Nodes.label(words.say("queue.quiet"), "muted", "small-text"),
                        from,
                        to);
    }

    private static <T> ComboBox<T> box(
            Words words, String key, List<T> values, T now, Function<T, String> text, Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        fill(box, words, key, values, now, text, chosen);
        return box;
    }

    private static <T> void fill(
            ComboBox<T> box,
            Words words,
            String key,
            List<T> values,
            T now,
            Function<T, String> text,
            Consumer<T> chosen) {
        Nodes.name(box, key, words);
        box.getStyleClass().add("small");
        box.getItems().setAll(values);
        if (!values.contains(now)) {
            box.getItems().add(now);
        }
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                return now;
            }
        });
        box.setValue(now);
        box.valueProperty().addListener((property, before, value) -> chosen.accept(value));
    }
}
