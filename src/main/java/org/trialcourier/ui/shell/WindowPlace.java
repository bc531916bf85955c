// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the window stood when it was last closed, in pixels of the screen.
 *
 * @param maximized whether it filled the screen
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    private static final Logger LOG = LoggerFactory.getLogger(WindowPlace.class);
    private static final Pattern LINE =
            Pattern.compile("(-?\\d{1,6}) (-?\\d{1,6}) (\\d{1,6}) (\\d{1,6}) (true|false)\\s*");

    /** The place that was kept in a file; none where there is no such file or it makes no sense. */
    public static Optional<WindowPlace> read(Path file) {
        try {
            Matcher line = Files.exists(file)
                    ? LINE.matcher(Files.readString(file, StandardCharsets.UTF_8))
                    : LINE.matcher("");
            return line.matches()
                    ? Optional.of(new WindowPlace(
                            Double.parseDouble(line.group(1)),
                            Double.parseDouble(line.group(2)),
                            Double.parseDouble(line.group(3)),
                            Double.parseDouble(line.group(4)),
                            Boolean.parseBoolean(line.group(5))))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.info("the window's place cannot be read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Keeps this place. Where that is not possible the window opens in its usual place next time. */
    public void keep(Path file) {
        try {
            Files.writeString(
                    file, String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f %b%n", x, y, width, height, maximized));
        } catch (IOException e) {
            LOG.info("the window's place cannot be kept: {}", e.getClass().getSimpleName());
        }
    }

    /** The same, but not beyond these edges of a screen: smaller where it is too large, moved where it sticks out. */
    public WindowPlace within(double left, double top, double right, double bottom) {
        double fittingWidth = Math.min(width, right - left);
        double fittingHeight = Math.min(height, bottom - top);
        return new WindowPlace(
                Math.clamp(x, left, right - fittingWidth),
                Math.clamp(y, top, bottom - fittingHeight),
                fittingWidth,
                fittingHeight,
                maximized);
    }

    /** Whether a fair part of it, with its upper edge, lies on a screen with these edges. */
    public boolean liesOn(double left, double top, double right, double bottom) {
        double visible = Math.min(x + width, right) - Math.max(x, left);
        return visible > width / 3 && y >= top && y < bottom - 100;
    }
}
