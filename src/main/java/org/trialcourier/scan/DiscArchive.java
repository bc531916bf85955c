// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Blob;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.disc.DiscImage;

/** The files in an image of a disc. */
record DiscArchive(List<Part> items) implements Container {
    /** One file of it. */
    record Part(DiscImage.Item file) implements Item {
        @Override
        public String name() {
            return file.name();
        }

        @Override
        public @Nullable Phrase trouble() {
            return file.complete() ? null : Phrase.of("left-out.cut-off");
        }
    }

    static DiscArchive of(List<DiscImage.Item> files) {
        return new DiscArchive(files.stream().map(Part::new).toList());
    }

    @Override
    public Blob entry(int index) throws IOException {
        if (index < 0 || index >= items.size()) {
            throw new IOException("the image has changed");
        }
        return items.get(index).file().content();
    }
}
