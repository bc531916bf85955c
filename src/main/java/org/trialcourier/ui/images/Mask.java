// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.util.List;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.pixel.Box;

/** A rectangle in all images of a series, or in all of one device and size; in pixels of the image. */
public record Mask(PixelPlan.Scope scope, Box box) {

    PixelPlan.Mask planned() {
        return new PixelPlan.Mask(scope, List.of(box));
    }
}
