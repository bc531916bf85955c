// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.wire.BagLayout;

/** The contract against a folder. */
class FolderTransportTest extends TransportContract {
    @TempDir
    Path store;

    @Override
    Transport open() {
        return new FolderTransport(store);
    }

    @Override
    byte[] stored(TestSubmission submission, int part) throws Exception {
        return Files.readAllBytes(
                store.resolve(submission.announcement().submission().toString()).resolve(BagLayout.partName(part)));
    }

    @Override
    void checkFinal(TestSubmission submission, Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.StoredUnverified.class);
    }
}
