// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.List;
import org.trialcourier.dicom.Phi;

/**
 * One attribute over all chosen files.
 *
 * @param path where it stands, without item numbers, as in {@code (0008,1140).(0008,1155)}
 * @param tag its tag
 * @param keyword its keyword; for a private attribute its tag and creator
 * @param action what is done
 * @param rule which rule asks for it, in words
 * @param before the distinct values in the sources, in the order met
 * @param after the distinct values that leave, in the order met; empty where none does
 * @param instances how many instances hold it
 */
public record PreviewRow(
        String path,
        int tag,
        String keyword,
        Action action,
        String rule,
        List<Phi<String>> before,
        List<String> after,
        int instances) {
    public PreviewRow {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
