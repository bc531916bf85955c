// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Real files of many vendors and encodings, where the folder of samples is present. */
class SamplesTest {
    /** Files of the folder that no reader can take, and why. */
    private static final Set<String> UNREADABLE = Set.of(
            "MANIFEST.tsv", // a table
            "MR_truncated.dcm", // ends within its pixels
            "rtplan_truncated.dcm", // ends within a value
            "no_meta.dcm", // its first byte is wrong; DCMTK and GDCM refuse it too
            "DICOMDIR-nooffset"); // its sequence is two bytes longer than the file

    @Test
    void everySampleIsReadOrIsKnownToBeUnreadable() {
        Set<String> refused = new TreeSet<>();
        for (Path path : Samples.files()) {
            try {
                DicomFile.read(path);
            } catch (NotDicomException e) {
                if (!path.toString().contains("LICENSES")) {
                    refused.add(path.getFileName().toString());
                }
            }
        }
        assertThat(UNREADABLE).containsAll(refused);
    }

    @Test
    void readingAndWritingGivesTheSameBytes() throws Exception {
        for (Path path : Samples.files()) {
            DicomFile file;
            try {
                file = DicomFile.read(path);
            } catch (NotDicomException e) {
                continue;
            }
            if (file.transferSyntax().deflated()) {
                // Another packer packs differently; what it unpacks to must be the same.
                assertSameData(file, DicomFile.read(Made.unchanged(file)));
            } else {
                assertThat(Made.unchanged(file)).as(path.toString()).isEqualTo(Files.readAllBytes(path));
            }
            assertSameData(file, DicomFile.read(Made.bytes(file)));
        }
    }

    private static void assertSameData(DicomFile file, DicomFile again) throws Exception {
        byte[] one = Made.bytes(DicomFile.of(file.data(), plain(file)));
        byte[] other = Made.bytes(DicomFile.of(again.data(), plain(file)));
        assertThat(other).isEqualTo(one);
    }

    private static TransferSyntax plain(DicomFile file) {
        return file.transferSyntax().deflated() ? TransferSyntax.EXPLICIT_LITTLE : file.transferSyntax();
    }
}
