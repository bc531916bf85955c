// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import java.util.Locale;

/** Names inside a submission package: one BagIt bag (RFC 8493) cut into ZIP64 parts. */
public final class BagLayout {
    /** Where the payload lies (RFC 8493 2.1.2). */
    public static final String DATA = "data/";

    /** The {@link SubmissionManifest}. */
    public static final String SUBMISSION = "data/submission.json";

    /** The payload manifest (RFC 8493 2.1.3). */
    public static final String MANIFEST = "manifest-sha256.txt";

    /** The tag manifest (RFC 8493 2.2.1). */
    public static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    /** The bag declaration (RFC 8493 2.1.1). */
    public static final String DECLARATION = "bagit.txt";

    /** Metadata of the bag (RFC 8493 2.2.2). */
    public static final String INFO = "bag-info.txt";

    /** The key in {@link #INFO} that holds the submission's id. */
    public static final String INFO_ID = "External-Identifier";

    /** The key in {@link #INFO} that holds bytes and files of the payload: {@code bytes.files}. */
    public static final String INFO_OXUM = "Payload-Oxum";

    /** The most payload bytes that a part holds, unless one file alone is larger: 256 MiB. */
    public static final long MAX_PART_PAYLOAD = 256L << 20;

    /** The ending of a DICOM file's name. */
    public static final String INSTANCE_SUFFIX = ".dcm";

    private BagLayout() {}

    /** Path of an instance within the bag; the UIDs are the new ones. */
    public static String instancePath(String studyUid, String seriesUid, String sopInstanceUid) {
        return DATA + studyUid + "/" + seriesUid + "/" + sopInstanceUid + INSTANCE_SUFFIX;
    }

    /**
     * File name of a part: {@code part-001.zip}. The width depends on nothing but the number, so that a part can be
     * named before it is known how many there are.
     *
     * @param number from 1
     */
    public static String partName(int number) {
        return String.format(Locale.ROOT, "part-%03d.zip", number);
    }
}
