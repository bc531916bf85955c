// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.Residue;

/** Looks into PDF documents: the text as it is read, all strings, all streams. Pages that are pictures count as residue. */
final class PdfSweep {
    private static final int DEEPEST = 40;
    private static final int LARGEST = 64 << 20;

    private final NeedleSet needles;
    private final ByteSweep bytes;

    /** Looks into what a stream of a document holds once it is decoded. */
    interface Inside {
        void look(byte[] content);
    }

    PdfSweep(NeedleSet needles) {
        this.needles = needles;
        this.bytes = new ByteSweep(needles);
    }

    void look(byte[] data, int from, String place, Consumer<Residue> found, Inside inside) {
        try (PDDocument document = Loader.loadPDF(Arrays.copyOfRange(data, from, data.length))) {
            String text = new PDFTextStripper().getText(document);
            Optional<String> kind = needles.find(text).or(() -> needles.find(text.replaceAll("\\s", "")));
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                COSBase base = object == null ? null : object.getObject();
                if (base != null) {
                    kind = kind.or(() -> inObject(base, 0, inside));
                }
            }
            kind.ifPresent(name -> found.accept(new Residue(place, name)));
            if (hasWritingThatIsNoText(document)) {
                found.accept(new Residue(place, "a picture of a page that cannot be searched"));
            }
        } catch (IOException | RuntimeException damaged) {
            found.accept(new Residue(place, "a document that cannot be searched"));
        }
    }

    private static boolean hasWritingThatIsNoText(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        for (int number = 1; number <= document.getNumberOfPages(); number++) {
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            boolean hasText = !stripper.getText(document).isBlank();
            if (PageSweep.hasWritingThatIsNoText(document.getPage(number - 1), hasText)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> inObject(@Nullable COSBase base, int depth, Inside inside) {
        if (depth > DEEPEST) {
            return Optional.of("a part of a document that cannot be searched");
        }
        if (base == null) {
            return Optional.empty();
        }
        return switch (base) {
            case COSStream stream -> inStream(stream, inside).or(() -> inEach(stream.getValues(), depth, inside));
            case COSDictionary dictionary -> inEach(dictionary.getValues(), depth, inside);
            case COSArray array -> inEach(array.toList(), depth, inside);
            case COSString string -> needles.find(string.getString());
            case COSName name -> needles.find(name.getName());
            default -> Optional.empty();
        };
    }

    /** Values that stand directly inside; references lead to objects that are looked at by themselves. */
    private Optional<String> inEach(Iterable<? extends COSBase> values, int depth, Inside inside) {
        for (COSBase value : values) {
            Optional<String> kind = value instanceof COSStream || value instanceof COSObject
                    ? Optional.empty()
                    : inObject(value, depth + 1, inside);
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }

    private Optional<String> inStream(COSStream stream, Inside inside) {
        try (InputStream in = stream.createInputStream()) {
            byte[] content = in.readNBytes(LARGEST);
            if (!COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                inside.look(content);
            }
            return bytes.find(content, content.length);
        } catch (IOException unreadable) {
            return Optional.of("a part of a document that cannot be searched");
        }
    }
}
