// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.Map;
import org.trialcourier.dicom.Vr;

/** What an attribute tells about the patient, as far as the sweep looks for it. */
enum ValueKind {
    NAME,
    PERSON,
    ID,
    BIRTH_DATE,
    ADDRESS,
    PHONE,
    PLACE,
    INSTITUTION,
    UID,
    TECHNICAL,
    NONE;

    private static final Map<Integer, ValueKind> BY_TAG = Map.ofEntries(
            Map.entry(0x00100010, NAME),
            Map.entry(0x00101001, NAME),
            Map.entry(0x00101005, NAME),
            Map.entry(0x00101060, NAME),
            Map.entry(0x00102297, NAME),
            Map.entry(0x00100012, NAME),
            Map.entry(0x00100020, ID),
            Map.entry(0x00101000, ID),
            Map.entry(0x00101090, ID),
            Map.entry(0x00080050, ID),
            Map.entry(0x00200010, ID),
            Map.entry(0x00380010, ID),
            Map.entry(0x00380060, ID),
            Map.entry(0x00400009, ID),
            Map.entry(0x00400253, ID),
            Map.entry(0x00401001, ID),
            Map.entry(0x00402016, ID),
            Map.entry(0x00402017, ID),
            Map.entry(0x00402006, ID),
            Map.entry(0x00402007, ID),
            Map.entry(0x00401006, ID),
            Map.entry(0x00401007, ID),
            Map.entry(0x00101050, ID),
            Map.entry(0x00100030, BIRTH_DATE),
            Map.entry(0x00100033, BIRTH_DATE),
            Map.entry(0x00101040, ADDRESS),
            Map.entry(0x00080081, PLACE),
            Map.entry(0x00080092, ADDRESS),
            Map.entry(0x00401102, ADDRESS),
            Map.entry(0x00102154, PHONE),
            Map.entry(0x00080094, PHONE),
            Map.entry(0x00401103, PHONE),
            Map.entry(0x00080080, INSTITUTION),
            Map.entry(0x00081040, INSTITUTION),
            Map.entry(0x00080060, TECHNICAL),
            Map.entry(0x00080070, TECHNICAL),
            Map.entry(0x00081090, TECHNICAL),
            Map.entry(0x00180015, TECHNICAL),
            Map.entry(0x00180024, TECHNICAL),
            Map.entry(0x00181020, TECHNICAL),
            Map.entry(0x00080008, TECHNICAL));

    static ValueKind of(int tag, Vr vr) {
        ValueKind kind = BY_TAG.get(tag);
        if (kind != null) {
            return kind;
        }
        return switch (vr) {
            case PN -> PERSON;
            case UI -> UID;
            default -> NONE;
        };
    }
}
