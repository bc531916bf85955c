// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.dicom.Phi;
import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.Picture;

/**
 * Finds text with the models on the class path. A large picture is looked at as a whole and in overlapping pieces, for
 * text that is large and text that is small.
 */
final class LocalTextFinder implements TextFinder {
    private static final Logger LOG = LoggerFactory.getLogger(LocalTextFinder.class);
    private static final int WHOLE = 1024;
    /** Text that is too small at this size cannot be read by people either. */
    private static final int LARGEST = 2560;

    /** Pixels; letters are higher. */
    private static final int SMALLEST = 6;

    private static final int PIECE = 1024;
    private static final int OVERLAP = 96;
    /**
     * Round shapes look like a letter or a dot; what is neither read surely nor several letters long is structure of the
     * image.
     */
    private static final double READABLE = 0.5;

    private static final int SEVERAL = 3;

    private final Detector detector;
    private final Reader reader;
    private final EmptyPictures empty = new EmptyPictures();

    private LocalTextFinder() throws IOException, OrtException {
        detector = new Detector();
        reader = new Reader();
    }

    static Optional<TextFinder> shared() {
        return Shared.FINDER;
    }

    /** Loaded once, when it is first asked for. */
    private static final class Shared {
        private static final Optional<TextFinder> FINDER = load();

        private static Optional<TextFinder> load() {
            try {
                return Optional.of(new LocalTextFinder());
            } catch (IOException | OrtException | RuntimeException | LinkageError unavailable) {
                LOG.warn("This computer cannot look for text in pictures: {}", unavailable.toString());
                return Optional.empty();
            }
        }
    }

    @Override
    public List<WrittenText> find(Picture picture) {
        Raster raster = Raster.of(picture);
        ByteBuffer key = EmptyPictures.key(raster);
        if (empty.has(key)) {
            return List.of();
        }
        List<WrittenText> found = new ArrayList<>();
        try {
            int longest = Math.max(raster.width(), raster.height());
            look(raster, Math.min(1, (double) WHOLE / longest), found);
            if (longest > WHOLE) {
                look(raster, Math.min(1, (double) LARGEST / longest), found);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the models cannot be run", e);
        }
        if (found.isEmpty()) {
            empty.add(key);
        }
        return List.copyOf(found);
    }

    private void look(Raster picture, double scale, List<WrittenText> found) throws OrtException {
        Raster scaled = picture.scaled(Math.max(1, (int) Math.round(picture.width() * scale)), Math.max(1, (int)
                Math.round(picture.height() * scale)));
        for (int top = 0; top == 0 || top + OVERLAP < scaled.height(); top += PIECE - OVERLAP) {
            for (int left = 0; left == 0 || left + OVERLAP < scaled.width(); left += PIECE - OVERLAP) {
                Box piece = new Box(
                        left, top, Math.min(PIECE, scaled.width() - left), Math.min(PIECE, scaled.height() - top));
                Raster part = scaled.part(piece);
                if (part.isBlank()) {
                    continue;
                }
                for (Detector.Place place : detector.find(part)) {
                    keep(scaled, moved(place.box(), left, top), place.score(), scale, found);
                }
            }
        }
    }

    /** Reads what is at a place and keeps it, unless that place is known from another look. */
    private void keep(Raster scaled, Box place, double score, double scale, List<WrittenText> found)
            throws OrtException {
        Box box = new Box(
                (int) Math.floor(place.x() / scale),
                (int) Math.floor(place.y() / scale),
                (int) Math.ceil(place.width() / scale),
                (int) Math.ceil(place.height() / scale));
        boolean tiny = Math.min(box.width(), box.height()) < SMALLEST;
        if (tiny || found.stream().anyMatch(known -> known.box().covers(box))) {
            return;
        }
        Reader.Read read = reader.read(scaled.part(place));
        if (isText(read)) {
            found.add(new WrittenText(box, score, Phi.of(read.text())));
        }
    }

    private static boolean isText(Reader.Read read) {
        return read.text().chars().anyMatch(Character::isLetterOrDigit)
                && (read.confidence() >= READABLE || read.text().length() >= SEVERAL);
    }

    private static Box moved(Box box, int x, int y) {
        return new Box(box.x() + x, box.y() + y, box.width(), box.height());
    }
}
