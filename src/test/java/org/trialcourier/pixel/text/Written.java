// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.trialcourier.pixel.Picture;

/** Pictures made for tests: noise, with text written on it. */
final class Written {
    private final BufferedImage image;
    private final Random random;

    Written(int width, int height, long seed) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        random = new Random(seed);
    }

    /** Noise around a grey. */
    Written noise(int mean, int spread, boolean colour) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int red = value(mean, spread);
                int green = colour ? value(mean, spread) : red;
                int blue = colour ? value(mean, spread) : red;
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return this;
    }

    private int value(int mean, int spread) {
        return Math.clamp(Math.round(mean + random.nextGaussian() * spread), 0, 255);
    }

    Written text(String text, int x, int y, int size, Color colour) {
        Graphics2D graphics = image.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        graphics.setColor(colour);
        graphics.drawString(text, x, y);
        graphics.dispose();
        return this;
    }

    /** Soft round shapes, as of organs. */
    Written shapes() {
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 6; i++) {
            int grey = 40 + random.nextInt(150);
            graphics.setColor(new Color(grey, grey, grey));
            graphics.fillOval(
                    random.nextInt(image.getWidth()),
                    random.nextInt(image.getHeight()),
                    40 + random.nextInt(120),
                    40 + random.nextInt(120));
        }
        graphics.dispose();
        return this;
    }

    Picture picture() {
        return new Picture(image.getWidth(), image.getHeight(), (x, y) -> image.getRGB(x, y));
    }
}
