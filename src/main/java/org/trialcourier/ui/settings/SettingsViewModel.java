// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.ProxySetting;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Settings;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.work.JobRunner;

/** The choices of a person, kept as soon as they are made. */
public final class SettingsViewModel {
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final ReadOnlyStringWrapper language = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SettingsWork.@Nullable Facts> facts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper proxyMistake = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> proxyProblem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable List<String>> authorities = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper authoritiesGone = new ReadOnlyBooleanWrapper();
    private final SettingsWork work;
    private final JobRunner runner;

    /** The settings as they are kept. */
    public SettingsViewModel(SettingsWork work, JobRunner runner) {
        this.work = work;
        this.runner = runner;
        theme.set(Theme.of(work.settings().theme()));
        language.set(work.settings().language());
        lookAtProxy();
        proxyMistake.set(proxyProblem.get() == null ? "" : "settings.proxy.unusable");
    }

    /** Chooses a look. */
    public void choose(Theme look) {
        theme.set(look);
        keep(settings -> settings.withTheme(look.setting()), () -> {});
    }

    /** Chooses a language by its tag; empty for the system's. */
    public void speak(String tag) {
        keep(settings -> settings.withLanguage(tag), () -> language.set(tag));
    }

    private void keep(UnaryOperator<Settings> change, Runnable kept) {
        problem.set(null);
        runner.start(
                progress -> {
                    work.change(change);
                    return true;
                },
                done -> kept.run(),
                this::failed);
    }

    /** Sends over another proxy: {@code system}, {@code none}, host and port, or the address of a proxy script. */
    public void proxy(String chosen) {
        ProxyEntry entry = ProxyEntry.of(chosen);
        proxyMistake.set(entry.mistake());
        if (entry.mistake().isEmpty()) {
            keep(settings -> settings.withProxy(entry.setting()), this::lookAtProxy);
        }
    }

    private void lookAtProxy() {
        proxyProblem.set(ProxySetting.isUnderstood(kept().proxy()) ? null : new Problem.ProxyUnusable());
    }

    /** That the proxy that is kept is none, as somebody typed it into the file, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> proxyProblem() {
        return proxyProblem.getReadOnlyProperty();
    }

    /** The key of what is wrong with the proxy that was typed last, or is kept; empty where nothing is. */
    public ReadOnlyStringProperty proxyMistake() {
        return proxyMistake.getReadOnlyProperty();
    }

    /** The proxy as a person would write it. */
    String typedProxy() {
        String kept = kept().proxy();
        return kept.startsWith(ProxySetting.SCRIPT) ? kept.substring(ProxySetting.SCRIPT.length()) : kept;
    }

    /** Trusts the certificate authorities of a file besides those of the system. */
    public void trust(Path file) {
        problem.set(null);
        trusting(() -> work.trust(file));
    }

    /** Trusts only the authorities of the system. */
    public void trustSystemAlone() {
        problem.set(null);
        trusting(work::trustSystemAlone);
    }

    /** Asks who is trusted. */
    public void lookAtAuthorities() {
        trusting(() -> {});
    }

    private interface Act {
        void go() throws ProblemException;
    }

    private void trusting(Act act) {
        runner.start(
                progress -> {
                    act.go();
                    return work.authorities();
                },
                named -> {
                    authoritiesGone.set(false);
                    authorities.set(named);
                },
                failure -> {
                    failed(failure);
                    if (authorities.get() == null) {
                        authoritiesGone.set(true);
                        authorities.set(List.of(kept().certificateAuthorities()));
                    }
                });
    }

    /** What the added authorities call themselves, where they cannot be read the file; null while it is not known. */
    public ReadOnlyObjectProperty<@Nullable List<String>> authorities() {
        return authorities.getReadOnlyProperty();
    }

    /** Whether those that were added cannot be read any more, so that nothing can be sent. */
    public ReadOnlyBooleanProperty authoritiesGone() {
        return authoritiesGone.getReadOnlyProperty();
    }

    /** Lets no more than this wait on the disk; 0 for as much as it holds. */
    public void limitSpool(long bytes) {
        keep(settings -> settings.withSpoolLimitBytes(bytes), () -> {});
    }

    /** Tells of visits whose window closes by tomorrow, or no longer. */
    public void tellOfClosing(boolean on) {
        keep(settings -> settings.withClosingNotices(on), () -> {});
    }

    /** Starts the program by itself, or no longer. */
    public void startAtLogin(boolean on) {
        problem.set(null);
        runner.start(
                progress -> {
                    work.startAtLogin(on);
                    return work.facts();
                },
                facts::set,
                this::failed);
    }

    /** Asks the computer for its facts. */
    public void look() {
        runner.start(progress -> work.facts(), facts::set, this::failed);
    }

    /** What the computer says, or null while it was not asked. */
    public ReadOnlyObjectProperty<SettingsWork.@Nullable Facts> facts() {
        return facts.getReadOnlyProperty();
    }

    /** What is kept now. */
    public Settings kept() {
        return work.settings();
    }

    private void failed(Exception failure) {
        problem.set(Faults.problem(failure));
    }

    /** The look. */
    public ReadOnlyObjectProperty<Theme> theme() {
        return theme;
    }

    /** The language's tag, once it is kept; empty for the system's. */
    public ReadOnlyStringProperty language() {
        return language.getReadOnlyProperty();
    }

    /** Why a choice could not be kept, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
