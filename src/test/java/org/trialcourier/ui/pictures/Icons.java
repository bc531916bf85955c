// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.pictures;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Makes the PNGs of the program's icon from its SVG master, which has one rounded ground and a few straight shapes. */
final class Icons {
    private static final Path MASTER = Path.of("icons/trialcourier.svg");
    private static final Path IN_PROGRAM = Path.of("src/main/resources/org/trialcourier/ui");
    private static final Pattern STOP = Pattern.compile("stop-color=\"(#[0-9a-f]{6})\"");
    private static final Pattern SHAPE = Pattern.compile("<path d=\"([^\"]+)\" fill=\"(#[0-9a-f]{6})\"");
    private static final Pattern GROUND = Pattern.compile("<rect x=\"(\\d+)\" .*width=\"(\\d+)\".* rx=\"(\\d+)\"");
    private static final double VIEW = 256;

    private Icons() {}

    /** Writes all sizes. */
    public static void main(String[] arguments) throws IOException {
        String svg = Files.readString(MASTER);
        for (int size : List.of(16, 32, 48, 64, 128, 256, 512)) {
            ImageIO.write(
                    draw(svg, size),
                    "png",
                    MASTER.resolveSibling("trialcourier-" + size + ".png").toFile());
        }
        for (int size : List.of(16, 32, 64, 128)) {
            ImageIO.write(
                    draw(svg, size),
                    "png",
                    IN_PROGRAM.resolve("icon-" + size + ".png").toFile());
        }
    }

    private static BufferedImage draw(String svg, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.transform(AffineTransform.getScaleInstance(size / VIEW, size / VIEW));
        List<Color> stops =
                STOP.matcher(svg).results().map(m -> Color.decode(m.group(1))).toList();
        Matcher ground = GROUND.matcher(svg);
        if (!ground.find()) {
            throw new IllegalStateException("the master has no ground");
        }
        double from = Double.parseDouble(ground.group(1));
        double width = Double.parseDouble(ground.group(2));
        double round = 2 * Double.parseDouble(ground.group(3));
        float end = (float) (from + width);
        graphics.setPaint(new GradientPaint((float) from, (float) from, stops.getFirst(), end, end, stops.getLast()));
        graphics.fill(new RoundRectangle2D.Double(from, from, width, width, round, round));
        SHAPE.matcher(svg).results().forEach(shape -> {
            graphics.setPaint(Color.decode(shape.group(2)));
            graphics.fill(outline(shape.group(1)));
        });
        graphics.dispose();
        return image;
    }

    private static Path2D outline(String path) {
        Path2D outline = new Path2D.Double();
        String[] words = path.split("\\s+");
        for (int i = 0; i < words.length && !words[i].equals("Z"); i += 2) {
            String first = words[i];
            double y = Double.parseDouble(words[i + 1]);
            double x = Double.parseDouble(first.replaceAll("[ML]", ""));
            if (first.startsWith("M")) {
                outline.moveTo(x, y);
            } else {
                outline.lineTo(x, y);
            }
        }
        outline.closePath();
        return outline;
    }
}
