// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A value that the file calls unknown, or that no dictionary knows: where its bytes are the items of a sequence
 * in implicit VR through and through, it is read as one, so that nothing hides in it (PS3.5 6.2.2).
 */
final class UnknownValue {
    private UnknownValue() {}

    /** The budget for looking into a value: deep nests are read several times over, level by level. */
    static Budget budget(int length) {
        return new Budget(32L * length + 65_536);
    }

    static Element element(
            int tag, byte[] data, Encoding around, DataSet parent, ReadOptions options, Budget budget, int depth) {
        if (startsWithItem(data)) {
            Set<String> odd = new LinkedHashSet<>();
            try (DicomInput in = new DicomInput(Blob.of(data), 0)) {
                DataSetReader reader = new DataSetReader(in, options, odd, budget, depth);
                OpenSequence sequence = new OpenSequence(parent, tag, Encoding.IMPLICIT_LITTLE, data.length, false);
                reader.readItems(sequence);
                if (odd.isEmpty()) {
                    return new Element(tag, Vr.SQ, new Value.Items(sequence.items(), false, around.explicit()));
                }
            } catch (IOException | NotDicomException noSequence) {
                return new Element(tag, Vr.UN, data);
            }
        }
        return new Element(tag, Vr.UN, data);
    }

    private static boolean startsWithItem(byte[] data) {
        return data.length >= 8
                && data[0] == (byte) 0xFE
                && data[1] == (byte) 0xFF
                && data[2] == 0
                && data[3] == (byte) 0xE0;
    }
}
