// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.welcome;

import java.net.URI;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trialcourier.trial.DestinationSpec;
import org.trialcourier.trial.Trial;

/**
 * What a person looks at before a trial is joined: anybody can write a trial file or a link.
 *
 * @param from the server that the trial was read from; empty for a file
 * @param known the copy of the trial that this workstation has so far
 */
public record Invited(Trial trial, Optional<URI> from, Optional<Trial> known) {
    /** Where images would go: the names of the computers, or the folder. */
    public String receiver() {
        return receiver(trial);
    }

    /** Where the trial and its news come from, where that is not the receiver itself; else empty. */
    public String source() {
        return from.map(Invited::place)
                .filter(place -> !place.equals(receiver()))
                .orElse("");
    }

    /** Where somebody would sign in; else empty. */
    public String signIn() {
        URI issuer = trial.destination().auth().issuer();
        return issuer == null ? "" : place(issuer);
    }

    /** Where images of this trial go so far, where that is another place; else empty. */
    public String before() {
        return known.map(Invited::receiver)
                .filter(place -> !place.equals(receiver()))
                .orElse("");
    }

    private static String receiver(Trial trial) {
        DestinationSpec spec = trial.destination();
        TreeSet<String> places = new TreeSet<>();
        places.add(place(spec.url()));
        if (spec.api() != null) {
            places.add(place(spec.api()));
        }
        return String.join(", ", places);
    }

    /** Whole and never shortened: of a long name the end counts. */
    private static String place(URI address) {
        @Nullable String host = address.getHost();
        return host == null ? address.getPath() : address.getPort() < 0 ? host : host + ":" + address.getPort();
    }
}
