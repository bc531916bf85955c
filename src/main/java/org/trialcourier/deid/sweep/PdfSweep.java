// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.trialcourier.deid.Residue;

/** Looks into PDF documents: the text as it is read, all strings, all streams. Pages that are pictures count as residue. */
final class PdfSweep {
    private final NeedleSet needles;
    private final ByteSweep bytes;

    PdfSweep(NeedleSet needles) {
        this.needles = needles;
        this.bytes = new ByteSweep(needles);
    }

    void look(byte[] data, int from, String place, Consumer<Residue> found) {
        try (PDDocument document = Loader.loadPDF(Arrays.copyOfRange(data, from, data.length))) {
            String text = new PDFTextStripper().getText(document);
            boolean pictures = false;
            Optional<String> kind = needles.find(text).or(() -> needles.find(text.replaceAll("\\s", "")));
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                COSBase base = object == null ? null : object.getObject();
                if (base instanceof COSStream stream && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                    pictures = true;
                }
                if (base != null) {
                    kind = kind.or(() -> inObject(base));
                }
            }
            kind.ifPresent(name -> found.accept(new Residue(place, name)));
            if (pictures && text.isBlank()) {
                found.accept(new Residue(place, "a picture of a page, which cannot be searched"));
            }
        } catch (IOException | RuntimeException damaged) {
            found.accept(new Residue(place, "a document that cannot be searched"));
        }
    }

    private Optional<String> inObject(COSBase base) {
        return switch (base) {
            case COSStream stream -> inStream(stream).or(() -> inDictionary(stream));
            case COSDictionary dictionary -> inDictionary(dictionary);
            case COSString string -> needles.find(string.getString());
            case null -> Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<String> inDictionary(COSDictionary dictionary) {
        for (COSBase value : dictionary.getValues()) {
            Optional<String> kind =
                    switch (value) {
                        case COSString string -> needles.find(string.getString());
                        case COSStream stream -> Optional.empty();
                        case COSDictionary nested -> inDictionary(nested);
                        case null -> Optional.empty();
                        default -> Optional.empty();
                    };
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }

    private Optional<String> inStream(COSStream stream) {
        try (InputStream in = stream.createInputStream()) {
            return bytes.find(in);
        } catch (IOException unreadable) {
            return Optional.of("a part of a document that cannot be searched");
        }
    }
}
