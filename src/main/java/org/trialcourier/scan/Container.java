// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Blob;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.disc.DiscImage;

/** A file with files in it: a ZIP archive or an image of a disc. */
interface Container {
    /** One file in it; {@code trouble} says why it cannot be read, or is null. */
    interface Item {
        String name();

        @Nullable
        Phrase trouble();
    }

    /** The files in it, without folders, in an order that stays. */
    List<? extends Item> items();

    /** The bytes of the file at a place of the list. */
    Blob entry(int index) throws IOException;

    /** Opens one, or finds it opened. One within another is unpacked once, encrypted where it is large. */
    static Container of(Source source) throws IOException {
        return Opened.of(source);
    }

    /** Those that were opened, for as long as memory allows. */
    final class Opened {
        private static final ConcurrentMap<Source, SoftReference<Container>> KNOWN = new ConcurrentHashMap<>();
        private static final long IN_MEMORY = 4L << 20;

        private Opened() {}

        private static Container of(Source source) throws IOException {
            SoftReference<Container> reference = KNOWN.get(source);
            Container known = reference == null ? null : reference.get();
            if (known == null) {
                Blob blob = source.open();
                Blob bytes = source instanceof Source.Entry ? unpacked(blob) : blob;
                known = DiscImage.isOne(bytes) ? DiscArchive.of(DiscImage.items(bytes)) : ZipArchive.read(bytes);
                KNOWN.put(source, new SoftReference<>(known));
            }
            return known;
        }

        private static Blob unpacked(Blob entry) throws IOException {
            try (InputStream in = entry.open(0)) {
                return entry.length() <= IN_MEMORY
                        ? Blob.of(in.readAllBytes())
                        : Stage.shared().keep(in);
            }
        }
    }
}
