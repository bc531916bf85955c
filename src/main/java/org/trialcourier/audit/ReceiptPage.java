// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sets lines of text on an A4 page, from top to bottom; goes on to a new page where one is full. Lengths in points. */
final class ReceiptPage implements Closeable {
    /** Comes with pdfbox; free (SIL OFL), and put into the file, so that every reader shows the same. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final float MARGIN = 56;
    private static final float LABELS = 150;
    private static final float TEXT = 10;
    private static final float LEADING = 15;
    private static final float GREY = 0.35f;

    private final PDDocument document;
    private final PDType0Font font;
    private PDPageContentStream content;
    private float y;

    ReceiptPage(PDDocument document) throws IOException {
        this.document = document;
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IOException("pdfbox came without its font");
            }
            font = PDType0Font.load(document, in);
        }
        content = begin();
    }

    void title(String text) throws IOException {
        write(text, MARGIN, 20, 0);
        y -= 2 * LEADING;
    }

    void paragraph(String text) throws IOException {
        y -= LEADING / 2;
        for (String line : wrapped(text, width() - 2 * MARGIN)) {
            room();
            write(line, MARGIN, TEXT, GREY);
            y -= LEADING;
        }
        y -= LEADING / 2;
    }

    /** A line to be typed off. */
    void code(String text) throws IOException {
        y -= LEADING;
        room();
        write(text, MARGIN, 18, 0);
        y -= LEADING;
    }

    void line(String label, String value) throws IOException {
        List<String> names = wrapped(label, LABELS - 10);
        List<String> lines = wrapped(value, width() - 2 * MARGIN - LABELS);
        for (int i = 0; i < Math.max(names.size(), lines.size()); i++) {
            room();
            if (i < names.size()) {
                write(names.get(i), MARGIN, TEXT, GREY);
            }
            if (i < lines.size()) {
                write(lines.get(i), MARGIN + LABELS, TEXT, 0);
            }
            y -= LEADING;
        }
        y -= LEADING / 4;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private PDPageContentStream begin() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = page.getMediaBox().getHeight() - MARGIN - 20;
        return new PDPageContentStream(document, page);
    }

    private void room() throws IOException {
        if (y < MARGIN) {
            content.close();
            content = begin();
        }
    }

    private void write(String text, float x, float size, float grey) throws IOException {
        content.beginText();
        content.setNonStrokingColor(grey);
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(printable(text));
        content.endText();
    }

    /** Lines no wider than given, broken at spaces where there are some, else anywhere. */
    private List<String> wrapped(String text, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float used = 0;
        for (int c : printable(text).codePoints().toArray()) {
            line.appendCodePoint(c);
            used += widthOf(Character.toString(c));
            if (used > width) {
                int space = line.lastIndexOf(" ");
                int end = space > 0 ? space : line.length() - Character.charCount(c);
                lines.add(line.substring(0, end).strip());
                line.delete(0, end);
                used = widthOf(line.toString());
            }
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private float widthOf(String text) throws IOException {
        return font.getStringWidth(text) / 1000 * TEXT;
    }

    /** A character that the font lacks is written as its number, so that nothing is left out silently. */
    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                printable.append(' ');
            } else if (isInFont(c)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(String.format("[U+%04X]", c));
            }
        });
        return printable.toString();
    }

    private boolean isInFont(int c) {
        try {
            return font.encode(Character.toString(c)).length > 0;
        } catch (IOException | IllegalArgumentException missing) {
            return false;
        }
    }

    private static float width() {
        return PDRectangle.A4.getWidth();
    }
}
