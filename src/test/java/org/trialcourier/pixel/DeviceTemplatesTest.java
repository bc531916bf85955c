// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTemplatesTest {
    @Test
    void aKnownDeviceAndSizeHasItsRectangles() {
        assertThat(DeviceTemplates.of("SIEMENS", "Antares", 1024, 768))
                .contains(new Box(0, 0, 1024, 60))
                .hasSize(3);
    }

    @Test
    void namesMatchInPartAndRectanglesAreCutToTheImage() {
        assertThat(DeviceTemplates.of("Philips Medical Systems", "iU22", 640, 480))
                .containsExactly(new Box(0, 0, 640, 47));
        assertThat(DeviceTemplates.of("MINDRAY", "DC-8 PRO", 1000, 900)).containsExactly(new Box(0, 0, 1000, 60));
    }

    @Test
    void anotherSizeOrDeviceHasNone() {
        assertThat(DeviceTemplates.of("SIEMENS", "Antares", 1024, 767)).isEmpty();
        assertThat(DeviceTemplates.of("Fictional", "One", 1024, 768)).isEmpty();
    }
}
