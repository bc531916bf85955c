// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

import java.util.Set;

/**
 * Which texts people write freely. Long texts count as free, short ones as descriptors of a protocol, but for these
 * exceptions: in free text a relative, a nurse or a physician may be named whom no attribute names.
 */
final class FreeText {
    /** Long texts that machines write: derivation, acquisition protocol, segmentation, reconstruction, labels. */
    static final Set<Integer> TECHNICAL = Set.of(
            0x00082111,
            0x00189424,
            0x00620006,
            0x00181400,
            0x00180010,
            0x00189423,
            0x30060006,
            0x300A0003,
            0x300A000E,
            0x300A0016,
            0x300A00C3,
            0x00700081,
            0x00700080,
            0x00480107,
            0x0040A30A);

    /**
     * Short texts about a person: admitting diagnoses, alerts, allergies, special needs, state, medication, occupation,
     * reasons for a study or procedure, reasons for a visit, routes, ethnic group, religion, insurance.
     */
    static final Set<Integer> PERSONAL = Set.of(
            0x00081080,
            0x00102000,
            0x00102110,
            0x00380050,
            0x00380500,
            0x00400012,
            0x00102180,
            0x00321030,
            0x00401002,
            0x0040100A,
            0x00401004,
            0x00380300,
            0x00380400,
            0x00102160,
            0x001021F0,
            0x00101050,
            0x00101080,
            0x00101081,
            0x00102150,
            0x00102152,
            0x00380062,
            0x00321055,
            0x00400310);

    private FreeText() {}
}
