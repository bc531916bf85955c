// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

/** Reads Part 10 files. */
final class FileReader {
    private FileReader() {}

    static DicomFile read(Blob file, ReadOptions options) throws NotDicomException {
        throw new NotDicomException(NotDicomException.Kind.NOT_DICOM, "no DICOM file");
    }
}
