// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a Mac hands over: nothing is lost that comes while the window is not there yet. */
class DeliveriesTest {
    private final List<List<String>> heard = new ArrayList<>();

    @Test
    void filesAndLinksThatOpenedTheProgramWaitForItsWindowAndLaterOnesFollow() {
        Deliveries deliveries = Deliveries.of("Linux");
        deliveries.files(List.of(new File("/disc/A b.dcm"), new File("/disc/DICOMDIR")));
        deliveries.onArrival(heard::add);
        assertThat(heard).containsExactly(List.of("/disc/A b.dcm", "/disc/DICOMDIR"));
        deliveries.link(URI.create("trialcourier://join?trial=X%20Y"));
        assertThat(heard).hasSize(2).endsWith(List.of("trialcourier://join?trial=X%20Y"));
    }

    @Test
    void aMacWithoutADesktopStartsAllTheSame() {
        Deliveries deliveries = Deliveries.of("Mac OS X");
        deliveries.onArrival(heard::add);
        assertThat(heard).isEmpty();
    }
}
