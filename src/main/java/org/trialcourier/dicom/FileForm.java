// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form a file was read in, besides its data sets.
 *
 * @param preamble its first 128 bytes, or none
 * @param marked whether the letters DICM stand before the meta information
 * @param encoding how the data set was laid out, whatever the meta information says
 * @param trailing the bytes after the end of the data set
 * @param oddities what is unusual, in plain words
 */
record FileForm(
        byte[] preamble,
        boolean marked,
        @Nullable Encoding encoding,
        Value.@Nullable InFile trailing,
        List<String> oddities) {
    static final FileForm NEW = new FileForm(new byte[128], true, null, null, List.of());

    FileForm {
        oddities = List.copyOf(oddities);
    }
}
