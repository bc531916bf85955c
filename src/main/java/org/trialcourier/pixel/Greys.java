// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

/** How grey a stored value is shown: by a window or by a table of the image (PS3.3 C.11.2). */
interface Greys {
    /** The grey of a stored value, 0 to 255. */
    int of(int stored);
}
