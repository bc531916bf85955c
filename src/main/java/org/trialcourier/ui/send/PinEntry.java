// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.send;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.trialcourier.problem.Phrase;
import org.trialcourier.settings.SigningPin;

/** The PIN of a signature as it is typed: the one that was chosen on this computer, or a new one, twice. */
public final class PinEntry {
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper fresh = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper replaces = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper mistake = new ReadOnlyStringWrapper("");

    PinEntry() {}

    /** Begins anew, with a PIN that was chosen before. */
    void begin() {
        clear();
        replaces.set(false);
        fresh.set(false);
    }

    /** Hears whether one was chosen before at all; what was typed meanwhile stays. */
    void found(boolean none) {
        fresh.set(none || replaces.get());
    }

    /** Chooses a new one in place of one that nobody knows any more; the audit trail tells it. */
    public void forgotten() {
        clear();
        replaces.set(true);
        fresh.set(true);
    }

    /** What still is to be done; empty where nothing is. */
    Optional<Phrase> missing() {
        if (typed.get().length() < SigningPin.SHORTEST) {
            return Optional.of(Phrase.of("send.missing.pin", SigningPin.SHORTEST));
        }
        return fresh.get() && !typed.get().equals(repeated.get())
                ? Optional.of(Phrase.of("send.missing.repeat"))
                : Optional.empty();
    }

    void wrong(String sentence) {
        mistake.set(sentence);
    }

    /** Forgets what was typed. */
    void clear() {
        typed.set("");
        repeated.set("");
        mistake.set("");
    }

    /** As it is typed. */
    public StringProperty typed() {
        return typed;
    }

    /** A new one once more. */
    public StringProperty repeated() {
        return repeated;
    }

    /** Whether a new one is chosen, which is typed twice. */
    public ReadOnlyBooleanProperty fresh() {
        return fresh.getReadOnlyProperty();
    }

    /** Whether the new one takes the place of an earlier one. */
    public ReadOnlyBooleanProperty replaces() {
        return replaces.getReadOnlyProperty();
    }

    /** What is wrong with it; empty where nothing is. */
    public ReadOnlyStringProperty mistake() {
        return mistake.getReadOnlyProperty();
    }
}
