// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.Vr;
import org.trialcourier.work.Progress;

/**
 * How fast a scan is against the limit: one thread of the same JVM that opens each file and reads its first 8 KiB. Both
 * take turns in one run; the medians and the ratio are printed. {@code -Dbench.files=20000 -Dbench.rounds=9
 * -Dbench.cold=true} (cold needs root on Linux, to drop the page cache).
 */
@Tag("bench")
class ScanBenchTest {
    private static final int FILES = Integer.getInteger("bench.files", 20_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 9);
    private static final int WARM_UP = 6;
    private static final boolean COLD = Boolean.getBoolean("bench.cold");
    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");

    private static final Path SYNC = Path.of("/usr/bin/sync");

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @TempDir
    private Path folder;

    @Test
    void scanAgainstOpeningEachFile() throws Exception {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            paths.add(Folders.write(folder.resolve("S" + i / 200).resolve("IM" + i), image(i)));
        }
        writeBack();
        int threads = Runtime.getRuntime().availableProcessors();
        List<Double> limit = new ArrayList<>();
        List<Double> scan = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                drop();
                long busy = PROCESS.getProcessCpuTime();
                long start = System.nanoTime();
                readAll(paths);
                double opened = (System.nanoTime() - start) / 1e6;
                double openedBusy = PROCESS.getProcessCpuTime() - busy;
                drop();
                busy = PROCESS.getProcessCpuTime();
                start = System.nanoTime();
                Catalog catalog =
                        new Scanner(workers, threads).scan(List.of(folder), new Progress(), ScanListener.none());
                double scanned = (System.nanoTime() - start) / 1e6;
                double scannedBusy = PROCESS.getProcessCpuTime() - busy;
                assertThat(catalog.instances()).hasSize(FILES);
                if (round >= WARM_UP) {
                    limit.add(opened);
                    scan.add(scanned);
                    work.add(scannedBusy / openedBusy / threads);
                }
            }
        }
        double ratio = median(scan) / median(limit);
        System.out.printf(
                Locale.ROOT,
                "%n| %,d files, %s cache, %d threads | open and read 8 KiB: %.0f ms | scan and group: %.0f ms | %.2f |"
                        + " processor time on all threads: %.2f |%n",
                FILES,
                COLD ? "cold" : "warm",
                threads,
                median(limit),
                median(scan),
                ratio,
                median(work));
    }

    private static void readAll(List<Path> paths) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(8192);
        for (Path path : paths) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                buffer.clear();
                channel.read(buffer, 0);
            }
        }
    }

    /** Waits until the files are on the disk, where the system can tell: writing them would take time from both. */
    private static void writeBack() throws IOException, InterruptedException {
        if (Files.isExecutable(SYNC)) {
            new ProcessBuilder(SYNC.toString()).start().waitFor();
        }
    }

    private static void drop() throws IOException {
        if (COLD) {
            Files.writeString(DROP_CACHES, "3");
        }
    }

    /** Half of them like CT slices, half like MR slices, with the private blocks that scanners write. */
    private static DataSet image(int number) {
        DataSet data = Made.image(number);
        data.putText(org.trialcourier.dicom.Tag.SERIES_INSTANCE_UID, "2.25.11" + number / 200);
        Random random = new Random(number);
        for (int group = 0x0019; group <= 0x0029; group += 2) {
            data.putText(group << 16 | 0x10, Vr.LO, "SPECIMEN SCANNER");
            for (int element = 0x1001; element < 0x1010; element++) {
                byte[] value = new byte[8 + element % 24 / 2 * 2];
                random.nextBytes(value);
                data.putBytes(group << 16 | element, Vr.OB, value);
            }
        }
        int side = number % 2 == 0 ? 256 : 128;
        data.putInts(org.trialcourier.dicom.Tag.ROWS, Vr.US, side);
        data.putInts(org.trialcourier.dicom.Tag.COLUMNS, Vr.US, side);
        data.putBytes(org.trialcourier.dicom.Tag.PIXEL_DATA, Vr.OW, new byte[side * side * 2]);
        return data;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
