// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

class FileSecretsTest {
    private static final byte[] SECRET = "an example token".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasKeptAndForgetsWhatWasRemoved() throws Exception {
        Secrets secrets = new FileSecrets(folder, null);
        assertThat(secrets.get("token")).isEmpty();
        secrets.put("token", SECRET);
        assertThat(new FileSecrets(folder, null).get("token")).contains(SECRET);
        secrets.remove("token");
        assertThat(secrets.get("token")).isEmpty();
    }

    @Test
    void onlyThisUserMayReadTheFile() throws Exception {
        new FileSecrets(folder, null).put("token", SECRET);
        Path file = folder.resolve("token.key");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void withAPassphraseTheFileShowsNothing() throws Exception {
        Secrets secrets = new FileSecrets(folder, "correct horse");
        secrets.put("token", SECRET);
        assertThat(Files.readString(folder.resolve("token.key"), StandardCharsets.ISO_8859_1))
                .doesNotContain("example");
        assertThat(secrets.get("token")).contains(SECRET);
    }

    @Test
    void aWrongOrMissingPassphraseIsAProblemNotAnEmptySecret() throws Exception {
        new FileSecrets(folder, "correct horse").put("token", SECRET);
        assertThatThrownBy(() -> new FileSecrets(folder, "wrong").get("token")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new FileSecrets(folder, null).get("token")).isInstanceOf(ProblemException.class);
    }

    @Test
    void aTrialKeyStaysTheSameAndDiffersFromSiteToSite() throws Exception {
        byte[] key = new TrialKeys(new FileSecrets(folder, null), folder).of("LUMEN-301", "014");
        assertThat(key).hasSize(32);
        assertThat(new TrialKeys(new FileSecrets(folder, null), folder).of("LUMEN-301", "014"))
                .isEqualTo(key);
        assertThat(new TrialKeys(new FileSecrets(folder, null), folder).of("LUMEN-301", "015"))
                .isNotEqualTo(key);
    }

    @Test
    void aTrialKeyThatIsNotAtHandIsNeverReplacedByAnother() throws Exception {
        Secrets store = new FileSecrets(folder, null);
        byte[] key = new TrialKeys(store, folder).of("LUMEN-301", "014");
        Secrets elsewhere = new FileSecrets(Files.createDirectory(folder.resolve("elsewhere")), null);
        assertThatThrownBy(() -> new TrialKeys(elsewhere, folder).of("LUMEN-301", "014"))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                        .isEqualTo(new Problem.Unreadable("place.trial-key LUMEN-301", "why.other-key-store")));
        assertThat(elsewhere.get("trial-key.LUMEN-301.014")).isEmpty();
        elsewhere.put("trial-key.LUMEN-301.014", new byte[32]);
        assertThatThrownBy(() -> new TrialKeys(elsewhere, folder).of("LUMEN-301", "014"))
                .as("another key")
                .isInstanceOf(ProblemException.class);
        assertThat(new TrialKeys(store, folder).of("LUMEN-301", "014"))
                .as("it goes on once the first is back")
                .isEqualTo(key);
    }

    @Test
    void whoeverUsesATrialKeyFirstAllGetTheSame() throws Exception {
        int users = 8;
        CountDownLatch all = new CountDownLatch(users);
        try (ExecutorService threads = Executors.newFixedThreadPool(users)) {
            List<Future<byte[]>> keys = new ArrayList<>();
            for (int i = 0; i < users; i++) {
                keys.add(threads.submit(() -> {
                    all.countDown();
                    all.await();
                    return new TrialKeys(new FileSecrets(folder, null), folder).of("LUMEN-301", "014");
                }));
            }
            byte[] first = keys.getFirst().get();
            for (Future<byte[]> key : keys) {
                assertThat(key.get()).isEqualTo(first);
            }
        }
    }
}
