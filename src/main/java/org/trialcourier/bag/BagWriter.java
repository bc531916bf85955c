// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.bag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.trialcourier.problem.ProblemException;

/**
 * Writes a submission as one BagIt bag (RFC 8493) cut into ZIP64 parts. The same calls give the same bytes. What a
 * stopped run left in the folder is removed first; nothing counts before {@link #seal} has returned.
 */
public final class BagWriter implements AutoCloseable {
    /** A bag of a submission in a folder of its own, which is made where it is missing. */
    public BagWriter(Path folder, UUID submission, Packing packing) throws ProblemException {
        throw new UnsupportedOperationException(folder + " " + submission + packing);
    }

    /**
     * Adds a payload file. Its hash is taken while it is written.
     *
     * @param path below {@code data/}, of letters, digits and {@code ._-}
     * @param size of the content, exact, in bytes
     * @return its SHA-256, 64 lower-case hexadecimal digits
     * @throws IOException from the content, or where its size is not the one given
     * @throws ProblemException where the bag cannot be written: {@code DiskFull}, {@code Unwritable}
     */
    public String add(String path, long size, Content content) throws IOException, ProblemException {
        throw new UnsupportedOperationException();
    }

    /**
     * Closes the bag with {@code data/submission.json}, the tag files and the manifests. When this returns, every part
     * is on the disk under its final name.
     *
     * @param info more lines of bag-info.txt, such as Bagging-Date; Payload-Oxum and External-Identifier are added here
     */
    public SealedBag seal(byte[] submissionJson, Map<String, String> info) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** Ends the writing. Where the bag was not sealed, its parts are removed. */
    @Override
    public void close() {}
}
