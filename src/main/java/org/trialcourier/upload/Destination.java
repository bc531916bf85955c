// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where submissions go.
 *
 * @param type how they go there
 * @param url the tus endpoint, the STOW-RS service ({@code …/dicom-web}), or a folder as a {@code file:} URI
 * @param api the Submission API's base, ending in {@code /}; null where the receiver has none
 */
public record Destination(Type type, URI url, @Nullable URI api) {
    /** Kinds of destination, as in a trial file. */
    public enum Type {
        /** Resumable upload, tus 1.0. */
        TUS,
        /** DICOMweb STOW-RS (PS3.18 10.5). */
        STOW,
        /** A share or a removable disk. */
        FOLDER
    }
}
