// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Progress;

/** A process that sends parts of 256 MiB of zeros, three at once, and says how much heap it had in use at most. */
final class HeapClient {
    private HeapClient() {}

    /** Address, file, number of parts. */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(BagLayout.MAX_PART_PAYLOAD);
        }
        List<PartInfo> parts = new ArrayList<>();
        for (int number = 1; number <= Integer.parseInt(args[2]); number++) {
            parts.add(new PartInfo(
                    number, BagLayout.partName(number), BagLayout.MAX_PART_PAYLOAD, "%064x".formatted(number)));
        }
        Announcement announcement =
                new Announcement(UUID.randomUUID(), "T", "S", "1", "V", 1, 1, 1, "0".repeat(64), parts, "heap test");
        try (HttpAccess access = Sending.access(Duration.ofSeconds(60));
                ExecutorService three = Executors.newFixedThreadPool(3)) {
            Transport transport = Sending.tus(access, URI.create(args[0]), null);
            MapMemory memory = new MapMemory();
            List<Future<?>> sends = new ArrayList<>();
            for (PartInfo part : parts) {
                sends.add(three.submit(() -> {
                    transport.send(announcement, new SealedPart(part, file), memory, new Progress());
                    return null;
                }));
            }
            for (Future<?> send : sends) {
                send.get();
            }
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.println("peak " + (peak >> 10));
    }
}
