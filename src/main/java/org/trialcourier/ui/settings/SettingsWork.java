// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.trialcourier.app.LoginStart;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Settings;

/** What the settings screen needs of the program. All of it may block. */
public interface SettingsWork {
    /** What is chosen now. */
    Settings settings();

    /** Keeps a change of what was chosen. */
    void change(UnaryOperator<Settings> change) throws ProblemException;

    /** What the authorities call themselves that are trusted besides those of this computer. */
    List<String> authorities() throws ProblemException;

    /** Trusts the certificate authorities in this file too, by a copy of it. */
    void trust(Path file) throws ProblemException;

    /** Trusts only the authorities of this computer. */
    void trustSystemAlone() throws ProblemException;

    /** What this computer has to say: room on the disk, whether the program can start by itself. */
    Facts facts() throws ProblemException;

    /** Starts the program when a person signs in to the computer, or no longer. */
    void startAtLogin(boolean on) throws ProblemException;

    /**
     * Facts of this computer.
     *
     * @param freeBytes room where submissions wait
     * @param login whether the program starts by itself
     */
    record Facts(long freeBytes, LoginStart.Offer login) {}
}
