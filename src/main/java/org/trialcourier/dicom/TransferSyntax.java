// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a data set is encoded (PS3.5 10, PS3.6 A-1).
 *
 * @param uid its UID
 * @param name its name in the standard
 * @param explicitVr whether each element bears its VR
 * @param bigEndian whether numbers are in big endian order
 * @param deflated whether the whole data set is compressed (RFC 1951)
 * @param encapsulated whether pixel data is compressed into fragments
 */
public record TransferSyntax(
        String uid, String name, boolean explicitVr, boolean bigEndian, boolean deflated, boolean encapsulated) {
    /** Implicit VR little endian, the default of DICOM. */
    public static final TransferSyntax IMPLICIT_LITTLE =
            new TransferSyntax("1.2.840.10008.1.2", "Implicit VR Little Endian", false, false, false, false);
    /** Explicit VR little endian. */
    public static final TransferSyntax EXPLICIT_LITTLE =
            new TransferSyntax("1.2.840.10008.1.2.1", "Explicit VR Little Endian", true, false, false, false);
    /** Explicit VR big endian, retired. */
    public static final TransferSyntax EXPLICIT_BIG =
            new TransferSyntax("1.2.840.10008.1.2.2", "Explicit VR Big Endian", true, true, false, false);
    /** Explicit VR little endian, the data set deflated. */
    public static final TransferSyntax DEFLATED = new TransferSyntax(
            "1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", true, false, true, false);

    private static final String GE_PRIVATE = "1.2.840.113619.5.2";
    private static final String ENCAPSULATED = """
            4.50 JPEG Baseline (Process 1)
            4.51 JPEG Extended (Process 2 and 4)
            4.52 JPEG Extended (Process 3 and 5)
            4.53 JPEG Spectral Selection (Process 6 and 8)
            4.54 JPEG Spectral Selection (Process 7 and 9)
            4.55 JPEG Full Progression (Process 10 and 12)
            4.56 JPEG Full Progression (Process 11 and 13)
            4.57 JPEG Lossless (Process 14)
            4.58 JPEG Lossless (Process 15)
            4.59 JPEG Extended, Hierarchical (Process 16 and 18)
            4.60 JPEG Extended, Hierarchical (Process 17 and 19)
            4.61 JPEG Spectral Selection, Hierarchical (Process 20 and 22)
            4.62 JPEG Spectral Selection, Hierarchical (Process 21 and 23)
            4.63 JPEG Full Progression, Hierarchical (Process 24 and 26)
            4.64 JPEG Full Progression, Hierarchical (Process 25 and 27)
            4.65 JPEG Lossless, Hierarchical (Process 28)
            4.66 JPEG Lossless, Hierarchical (Process 29)
            4.70 JPEG Lossless (Process 14, Selection Value 1)
            4.80 JPEG-LS Lossless
            4.81 JPEG-LS Near-Lossless
            4.90 JPEG 2000 (Lossless Only)
            4.91 JPEG 2000
            4.92 JPEG 2000 Part 2 Multi-component (Lossless Only)
            4.93 JPEG 2000 Part 2 Multi-component
            4.94 JPIP Referenced
            4.95 JPIP Referenced Deflate
            4.100 MPEG2 Main Profile, Main Level
            4.100.1 Fragmentable MPEG2 Main Profile, Main Level
            4.101 MPEG2 Main Profile, High Level
            4.101.1 Fragmentable MPEG2 Main Profile, High Level
            4.102 MPEG-4 AVC/H.264 High Profile, Level 4.1
            4.102.1 Fragmentable MPEG-4 AVC/H.264 High Profile, Level 4.1
            4.103 MPEG-4 AVC/H.264 BD-compatible High Profile, Level 4.1
            4.103.1 Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile, Level 4.1
            4.104 MPEG-4 AVC/H.264 High Profile, Level 4.2, 2D video
            4.104.1 Fragmentable MPEG-4 AVC/H.264 High Profile, Level 4.2, 2D video
            4.105 MPEG-4 AVC/H.264 High Profile, Level 4.2, 3D video
            4.105.1 Fragmentable MPEG-4 AVC/H.264 High Profile, Level 4.2, 3D video
            4.106 MPEG-4 AVC/H.264 Stereo High Profile, Level 4.2
            4.106.1 Fragmentable MPEG-4 AVC/H.264 Stereo High Profile, Level 4.2
            4.107 HEVC/H.265 Main Profile, Level 5.1
            4.108 HEVC/H.265 Main 10 Profile, Level 5.1
            4.110 JPEG XL Lossless
            4.111 JPEG XL JPEG Recompression
            4.112 JPEG XL
            4.201 High-Throughput JPEG 2000 (Lossless Only)
            4.202 High-Throughput JPEG 2000 with RPCL Options (Lossless Only)
            4.203 High-Throughput JPEG 2000
            4.204 JPIP HTJ2K Referenced
            4.205 JPIP HTJ2K Referenced Deflate
            5 RLE Lossless
            8.1 Deflated Image Frame Compression
            """;
    private static final Map<String, TransferSyntax> KNOWN = known();

    /** The transfer syntax with a UID, where this program knows it. */
    public static Optional<TransferSyntax> of(String uid) {
        return Optional.ofNullable(KNOWN.get(uid));
    }

    /** As {@link #of}, but one that nobody knows is taken for compressed in explicit VR, as all newer ones are. */
    public static TransferSyntax orUnknown(String uid) {
        TransferSyntax known = KNOWN.get(uid);
        return known != null ? known : new TransferSyntax(uid, "Unknown", true, false, false, true);
    }

    private static Map<String, TransferSyntax> known() {
        Map<String, TransferSyntax> map = new LinkedHashMap<>();
        add(map, IMPLICIT_LITTLE);
        add(map, EXPLICIT_LITTLE);
        add(map, EXPLICIT_BIG);
        add(map, DEFLATED);
        add(map, new TransferSyntax("1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed", true, false, false, true));
        add(map, new TransferSyntax(GE_PRIVATE, "GE Implicit VR with big endian pixels", false, false, false, false));
        for (String line : ENCAPSULATED.strip().split("\n", -1)) {
            String[] field = line.strip().split(" ", 2);
            boolean deflated = field[1].endsWith("Referenced Deflate");
            add(map, new TransferSyntax("1.2.840.10008.1.2." + field[0], field[1], true, false, deflated, true));
        }
        return map;
    }

    private static void add(Map<String, TransferSyntax> map, TransferSyntax syntax) {
        map.put(syntax.uid(), syntax);
    }
}
