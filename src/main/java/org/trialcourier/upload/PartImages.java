// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.trialcourier.wire.BagLayout;

/** The images of a sealed part, by the UIDs in their paths. */
final class PartImages implements AutoCloseable {
    private final ZipFile zip;
    private final List<Image> images = new ArrayList<>();

    /** One image; sizes in bytes. */
    record Image(String study, String series, String instance, long size, ZipArchiveEntry entry) {}

    PartImages(SealedPart part) throws IOException {
        zip = ZipFile.builder().setPath(part.file()).get();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName();
            if (name.startsWith(BagLayout.DATA) && name.endsWith(BagLayout.INSTANCE_SUFFIX)) {
                String[] steps = name.split("/", -1);
                String file = steps[steps.length - 1];
                images.add(new Image(
                        steps[steps.length - 3],
                        steps[steps.length - 2],
                        file.substring(0, file.length() - BagLayout.INSTANCE_SUFFIX.length()),
                        entry.getSize(),
                        entry));
            }
        }
    }

    /** In the order of the part. */
    List<Image> images() {
        return images;
    }

    /** The bytes of one. */
    InputStream open(Image image) throws IOException {
        return zip.getInputStream(image.entry());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
