// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.Tag;
import org.trialcourier.work.Progress;

/** A million instances fit into 512 MiB. */
@org.junit.jupiter.api.Tag("scale")
@Isolated("looks at the heap of the whole process")
class CatalogMemoryTest {
    private static final int INSTANCES = Integer.getInteger("memory.instances", 1_000_000);
    private static final int IN_SERIES = 400;

    @Test
    void aMillionInstancesStayBelowHalfAGibibyte() throws Exception {
        long before = used();
        Catalog catalog = catalog();
        long taken = (used() - before) >> 20;
        System.out.println("catalog of " + INSTANCES + " instances: " + taken + " MiB");
        assertThat(catalog.instances().count()).isEqualTo(INSTANCES);
        assertThat(taken).isLessThan(512);
    }

    private static Catalog catalog() throws InterruptedException {
        InstanceReader reader = new InstanceReader(new Interner());
        Twins twins = new Twins(new Progress());
        ByPlace found = new ByPlace();
        Path folder = Path.of("/media/disc");
        for (int i = 0; i < INSTANCES; i++) {
            if (i % IN_SERIES == 0) {
                folder = Path.of("/media/disc/DICOM/ST" + i / 4000 + "/SE" + i / IN_SERIES);
            }
            DataSet header = Made.image(i % IN_SERIES);
            header.remove(Tag.PIXEL_DATA);
            String root = "1.2.826.0.1.3680043.8.498.1234567890123456789012345.";
            header.putText(Tag.SOP_INSTANCE_UID, root + (10_000_000 + i));
            header.putText(Tag.SERIES_INSTANCE_UID, root + i / IN_SERIES);
            header.putText(Tag.STUDY_INSTANCE_UID, root + i / 4000);
            Source source = new Source.File(folder, Path.of("IM" + (10_000_000 + i)));
            Instance instance = reader.read(source, header, "1.2.840.10008.1.2.1", 532_000);
            found.add(instance);
            twins.meet(instance);
        }
        return new Grouping(new Progress(), new Workers(Runnable::run, 1))
                .group(found, twins, List.of(), new Listing(new Progress(), path -> false));
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
