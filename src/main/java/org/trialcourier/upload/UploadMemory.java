// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.util.Optional;

/**
 * What a transport must still know after a restart: addresses of a submission's unfinished uploads, and beside them what
 * it learnt about servers.
 * Values are on disk when {@link #remember} returns. Safe for several threads. Keys hold no data of a patient.
 */
public interface UploadMemory {
    /** Keys of moments (ISO 8601, UTC) until when a server keeps an unfinished upload begin so. For people to read only. */
    String KEPT_UNTIL = "kept-until|";

    /** The value last remembered under this key. */
    Optional<String> recall(String key);

    /** Keeps a value, replacing an earlier one. */
    void remember(String key, String value);

    /** Drops a value; an unknown key is no error. */
    void forget(String key);

    /** What was learnt about a server, which all submissions to it share and which outlives them. */
    UploadMemory ofServer(String endpoint);
}
