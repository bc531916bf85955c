// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.bag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Sha256;

/**
 * Writes a submission as one BagIt bag (RFC 8493) cut into ZIP64 parts: unpacked into one folder, the parts are a valid
 * bag. The same calls give the same bytes. What a stopped run left in the folder is removed first; nothing counts before
 * {@link #seal} has returned. For one thread.
 */
public final class BagWriter implements AutoCloseable {
    /** Free bytes that stay on the disk for the queue and for everything else. */
    public static final long RESERVE = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(BagWriter.class);

    // No white space, '%' or line break: such names would need the escapes of RFC 8493 2.1.3.
    private static final Pattern PATH = Pattern.compile("data(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

    private final PartFolder folder;
    private final UUID submission;
    private final Packing packing;
    private final Map<String, String> manifest = new TreeMap<>();
    private final Set<String> namesInAnyCase = new HashSet<>();
    private final List<PartInfo> parts = new ArrayList<>();
    private @Nullable PartFile part;
    private long payloadBytes;
    private boolean sealed;

    /**
     * A bag of a submission in a folder of its own, which is made where it is missing.
     *
     * @throws ProblemException {@code Unwritable}
     */
    public BagWriter(Path folder, UUID submission, Packing packing) throws ProblemException {
        this.folder = new PartFolder(folder);
        this.submission = submission;
        this.packing = packing;
        this.folder.clear();
    }

    /**
     * Adds a payload file. Its hash is taken while it is written.
     *
     * @param path below {@code data/}, of letters, digits and {@code ._-}
     * @param size of the content, exact, in bytes
     * @return its SHA-256, 64 lower-case hexadecimal digits
     * @throws IOException from the content, or where its size is not the one given; the bag is then of no more use
     * @throws ProblemException where the bag cannot be written: {@code DiskFull}, {@code Unwritable}
     */
    public String add(String path, long size, Content content) throws IOException, ProblemException {
        if (path.equals(BagLayout.SUBMISSION)) {
            throw new IllegalArgumentException("the submission's own file is written by seal");
        }
        return payload(path, size, content);
    }

    /**
     * Closes the bag with {@code data/submission.json}, the tag files and the manifests. When this returns, every part
     * is on the disk under its final name.
     *
     * @param info more lines of bag-info.txt, such as Bagging-Date; Payload-Oxum and External-Identifier are added here
     */
    public SealedBag seal(byte[] submissionJson, Map<String, String> info) throws ProblemException {
        byte[] manifestText;
        try {
            payload(BagLayout.SUBMISSION, submissionJson.length, out -> out.write(submissionJson));
            manifestText = TagFiles.manifest(manifest);
            TagFiles tags = new TagFiles();
            tags.add(BagLayout.INFO, TagFiles.info(submission, payloadBytes, manifest.size(), info));
            tags.add(BagLayout.DECLARATION, TagFiles.declaration());
            tags.add(BagLayout.MANIFEST, manifestText);
            tags.add(BagLayout.TAG_MANIFEST, TagFiles.manifest(tags.hashes()));
            for (Map.Entry<String, byte[]> file : tags.files().entrySet()) {
                byte[] text = file.getValue();
                open(0).add(file.getKey(), text.length, 0, out -> out.write(text));
            }
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail", e);
        }
        endPart();
        folder.publish(parts);
        sealed = true;
        return new SealedBag(parts, manifest.size(), payloadBytes, Sha256.hex(manifestText));
    }

    /** Ends the writing. Where the bag was not sealed, its parts are removed. */
    @Override
    public void close() {
        PartFile open = part;
        part = null;
        try {
            if (open != null) {
                open.abandon();
            }
            if (!sealed) {
                folder.clear();
            }
        } catch (ProblemException e) {
            // The next writer for this folder clears it.
            LOG.warn("An unfinished bag was not removed", e);
        }
    }

    private String payload(String path, long size, Content content) throws IOException, ProblemException {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a path of the payload");
        }
        // Case counts for the bag, but not on every disk that it may be unpacked to.
        if (!namesInAnyCase.add(path.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("added twice: " + path);
        }
        String hash = open(size).add(path, size, packing.level(), content);
        manifest.put(path, hash);
        payloadBytes += size;
        return hash;
    }

    private PartFile open(long size) throws ProblemException {
        PartFile open = part;
        if (open != null && open.payload() > 0 && size > packing.maxPartPayload() - open.payload()) {
            endPart();
            open = null;
        }
        folder.needRoom(size + RESERVE);
        if (open == null) {
            open = new PartFile(folder, parts.size() + 1);
            part = open;
        }
        return open;
    }

    private void endPart() throws ProblemException {
        if (part != null) {
            PartFile ended = part;
            part = null;
            parts.add(ended.finish());
        }
    }
}
