// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Phi;

/**
 * What happened to one attribute of one instance. The preview is the list of these.
 *
 * @param path where it stands, as in {@code (0008,1140)[0].(0008,1155)}
 * @param tag its tag
 * @param keyword its keyword; for a private attribute its tag and creator
 * @param action what was done
 * @param rule which rule asked for it, in words
 * @param before the value in the source, for the person's eyes only
 * @param after the value that leaves; null where none does
 */
public record Change(
        String path,
        int tag,
        String keyword,
        Action action,
        String rule,
        Phi<String> before,
        @Nullable String after) {}
