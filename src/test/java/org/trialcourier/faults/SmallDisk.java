// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A disk of 160 MB mounted on a folder, that can be filled up and emptied again. Mounting needs the rights of root. */
public final class SmallDisk implements AutoCloseable {
    private final Path mount;

    /** Mounts it. */
    public SmallDisk(Path mount) throws IOException, InterruptedException {
        this.mount = mount;
        run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", mount.toString());
    }

    /** Fills it until only so many bytes are free. */
    public void fillUpTo(long free) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (Files.getFileStore(mount).getUsableSpace() > free) {
                out.write(block);
            }
        }
    }

    /** Makes room again. */
    public void makeRoom() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return mount.resolve("filler");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        List<String> asRoot = new ArrayList<>(List.of(command));
        if (!System.getProperty("user.name").equals("root")) {
            asRoot.addFirst("sudo");
        }
        Process process = new ProcessBuilder(asRoot).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(output);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "--lazy", mount.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
