// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.Samples;

/** A scan finds every instance among the samples that DCMTK or GDCM can read. */
@Tag("peer")
class EveryInstancePeerTest {
    /** What the others print something of although it is no whole instance: cut files, and a damaged table of contents. */
    private static final Set<String> NO_WHOLE_INSTANCE =
            Set.of("MR_truncated.dcm", "rtplan_truncated.dcm", "DICOMDIR-nooffset");

    @Test
    void whatDcmtkOrGdcmReadsIsFoundOrIsATableOfContents() throws Exception {
        if (Samples.files().isEmpty()) {
            return;
        }
        Catalog catalog = Folders.scanOnTwo(Samples.folder());
        Set<String> accounted = catalog.instances()
                .map(one -> one.source().path().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        catalog.leftOut().stream()
                .filter(left -> left.reason() == LeftOut.Reason.DIRECTORY || left.reason() == LeftOut.Reason.DUPLICATE)
                .forEach(left -> accounted.add(left.path().reveal()));
        Set<String> lost = new TreeSet<>();
        int read = 0;
        for (Path path : Samples.files()) {
            boolean others = succeeds("dcmdump", "-q", path.toString()) || succeeds("gdcmdump", path.toString());
            read += others ? 1 : 0;
            if (others
                    && !accounted.contains(path.toAbsolutePath().normalize().toString())
                    && !NO_WHOLE_INSTANCE.contains(path.getFileName().toString())) {
                lost.add(path.toString());
            }
        }
        System.out.println("read by DCMTK or GDCM: " + read + ", found by the scan: "
                + catalog.instances().count());
        assertThat(lost).isEmpty();
        assertThat(read).isGreaterThan(200);
    }

    private static boolean succeeds(String... command) throws Exception {
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
