// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.awt.geom.Point2D;
import java.io.IOException;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;

/** How much of a page of a PDF is pictures, and how much is drawn: writing may be there that is no text. */
final class PageSweep extends PDFGraphicsStreamEngine {
    private static final double MOST_PICTURE = 0.5;
    private static final int MOST_LINES = 100;

    private double pictures;
    private int lines;
    private Point2D point = new Point2D.Float();

    private PageSweep(PDPage page) {
        super(page);
    }

    /** Whether a page may say more than its text does; small pictures beside text are logos. */
    static boolean hasWritingThatIsNoText(PDPage page, boolean hasText) throws IOException {
        PageSweep sweep = new PageSweep(page);
        sweep.processPage(page);
        double area = (double) page.getCropBox().getWidth() * page.getCropBox().getHeight();
        return sweep.pictures > MOST_PICTURE * area || !hasText && (sweep.pictures > 0 || sweep.lines > MOST_LINES);
    }

    @Override
    public void drawImage(PDImage image) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        pictures += Math.abs(matrix.getScaleX() * matrix.getScaleY() - matrix.getShearX() * matrix.getShearY());
    }

    @Override
    public void lineTo(float x, float y) {
        moveTo(x, y);
        lines++;
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        lineTo(x3, y3);
    }

    @Override
    public void moveTo(float x, float y) {
        point = new Point2D.Float(x, y);
    }

    @Override
    public Point2D getCurrentPoint() {
        return point;
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        lines++;
    }

    @Override
    public void shadingFill(COSName name) {
        lines++;
    }

    @Override
    public void clip(int rule) {
        // Nothing is drawn.
    }

    @Override
    public void closePath() {
        // Counted when its lines were.
    }

    @Override
    public void endPath() {
        // Nothing is drawn.
    }

    @Override
    public void strokePath() {
        // Counted when its lines were.
    }

    @Override
    public void fillPath(int rule) {
        // Counted when its lines were.
    }

    @Override
    public void fillAndStrokePath(int rule) {
        // Counted when its lines were.
    }
}
