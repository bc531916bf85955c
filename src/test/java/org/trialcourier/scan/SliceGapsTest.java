// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.Tag;

class SliceGapsTest {
    @TempDir
    private Path folder;

    @Test
    void aMissingSliceIsTheLargestGap() throws Exception {
        for (int i : new int[] {1, 2, 3, 5}) {
            Folders.write(folder.resolve("IM" + i), Made.image(i));
        }
        Series series = Folders.scan(folder).studies().getFirst().series().getFirst();
        assertThat(SliceGaps.of(series)).contains(new SliceGaps(4, 1.25, 2.5));
    }

    @Test
    void imagesWithoutPlaceHaveNoGaps() throws Exception {
        DataSet data = Made.image(1);
        data.remove(Tag.IMAGE_POSITION_PATIENT);
        Folders.write(folder.resolve("IM1"), data);
        assertThat(SliceGaps.of(
                        Folders.scan(folder).studies().getFirst().series().getFirst()))
                .isEmpty();
    }
}
