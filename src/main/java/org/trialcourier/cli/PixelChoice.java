// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.pixel.Box;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The arguments that say what was decided about text that is burned into pictures. */
final class PixelChoice {
    @Option(
            names = "--cover",
            paramLabel = "SERIES=X,Y,WIDTH,HEIGHT",
            converter = CoverConverter.class,
            description = "Blackens a rectangle in all pictures of a series (Series Instance UID, pixels).")
    private List<PixelPlan.Mask> covers = List.of();

    @Option(
            names = "--looked",
            paramLabel = "SERIES",
            description = "A person looked through this series (Series Instance UID): nothing but what is covered"
                    + " is written in its pictures.")
    private Set<String> looked = new LinkedHashSet<>();

    PixelPlan plan() {
        return new PixelPlan(covers, looked);
    }

    /** Reads {@code 1.2.3=0,0,200,40}. */
    static final class CoverConverter implements ITypeConverter<PixelPlan.Mask> {
        private static final int NUMBERS = 4;

        @Override
        public PixelPlan.Mask convert(String value) {
            int equals = Math.max(0, value.indexOf('='));
            try {
                int[] numbers = Arrays.stream(value.substring(equals + 1).split(",", -1))
                        .mapToInt(number -> Integer.parseInt(number.strip()))
                        .toArray();
                if (equals == 0 || numbers.length != NUMBERS) {
                    throw new IllegalArgumentException("not a series and four numbers");
                }
                Box box = new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
                return new PixelPlan.Mask(new PixelPlan.OfSeries(value.substring(0, equals)), List.of(box));
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException("'" + value + "' is not SERIES=X,Y,WIDTH,HEIGHT");
            }
        }
    }
}
