// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.work.Progress;

class SlowMediumTest {
    /** Reading it always ends with an input/output error, as on a scratched disc. */
    private static final Path SCRATCHED = Path.of("/proc/self/mem");

    @TempDir
    private Path disc;

    @Test
    void afterTheScanTheDiscMayBeTakenOut() throws Exception {
        for (int i = 0; i < 6; i++) {
            Folders.write(disc.resolve("IM" + i), Made.image(i));
        }
        Catalog catalog = scan();
        for (int i = 0; i < 6; i++) {
            Files.delete(disc.resolve("IM" + i));
        }
        List<Instance> found = catalog.instances().toList();
        assertThat(found).hasSize(6);
        for (Instance instance : found) {
            DicomFile file = DicomFile.read(instance.source().open(), ReadOptions.WHOLE);
            assertThat(file.data().text(org.trialcourier.dicom.Tag.SOP_INSTANCE_UID))
                    .isEqualTo(instance.sopInstanceUid());
        }
    }

    @Test
    void aScratchCostsOneFileWhichIsNamed() throws Exception {
        assumeTrue(Files.exists(SCRATCHED));
        Folders.write(disc.resolve("IM1"), Made.image(1));
        Files.createSymbolicLink(disc.resolve("IM2"), SCRATCHED);
        Folders.write(disc.resolve("IM3"), Made.image(3));
        Catalog catalog = scan();
        assertThat(catalog.instances()).hasSize(2);
        assertThat(Folders.explanations(catalog)).containsExactly("IM2: on a part of the disk that cannot be read");
    }

    @Test
    void whatCannotBeReadIsTriedAgain() throws Exception {
        byte[] bytes = {1, 2, 3};
        Failing disturbed = new Failing(2, bytes);
        Source staged = SlowMedium.stage(source(disturbed), new Progress());
        try (InputStream in = staged.open().open(0)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(disturbed.opened).hasValue(3);
    }

    @Test
    void whatCannotBeReadAtAllIsGivenUp() {
        Failing broken = new Failing(Integer.MAX_VALUE, new byte[0]);
        assertThatThrownBy(() -> SlowMedium.stage(source(broken), new Progress()))
                .isInstanceOf(IOException.class)
                .hasMessage("scratched");
        assertThat(broken.opened).hasValue(3);
    }

    private Catalog scan() throws InterruptedException {
        return new Scanner(new Workers(Runnable::run, 1), path -> true)
                .scan(List.of(disc), new Progress(), ScanListener.none());
    }

    private Source source(Blob bytes) {
        return new Source.Staged(new Source.File(disc.resolve("IM")), bytes);
    }

    /** Bytes that can be read to the end only after some attempts that fail in the middle. */
    private static final class Failing implements Blob {
        private final AtomicInteger opened = new AtomicInteger();
        private final int failures;
        private final byte[] bytes;

        Failing(int failures, byte[] bytes) {
            this.failures = failures;
            this.bytes = bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public InputStream open(long position) {
            InputStream good = new ByteArrayInputStream(bytes);
            return opened.incrementAndGet() > failures ? good : new SequenceInputStream(good, new Scratch());
        }
    }

    private static final class Scratch extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("scratched");
        }
    }
}
