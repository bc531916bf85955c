// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.bag;

import java.util.List;
import org.trialcourier.wire.PartInfo;

/**
 * A bag that is whole and safely on disk.
 *
 * @param parts in order, numbered from 1
 * @param payloadFiles files in the payload, {@code data/submission.json} included
 * @param payloadBytes bytes in the payload, {@code data/submission.json} included
 * @param manifestSha256 SHA-256 of {@code manifest-sha256.txt}, 64 lower-case hexadecimal digits
 */
public record SealedBag(List<PartInfo> parts, long payloadFiles, long payloadBytes, String manifestSha256) {
    /** Keeps its own copy of the parts. */
    public SealedBag {
        parts = List.copyOf(parts);
    }

    /** Bytes of all parts together: what is to be sent. */
    public long size() {
        return parts.stream().mapToLong(PartInfo::size).sum();
    }
}
