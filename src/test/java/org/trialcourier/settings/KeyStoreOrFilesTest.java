// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/** Which secrets are in files while the key store is locked; a real one is tried by {@code KeyStoreTest}. */
class KeyStoreOrFilesTest {
    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final Lockable store = new Lockable();
    private FileSecrets files;
    private Secrets secrets;

    @BeforeEach
    void both() {
        files = new FileSecrets(folder, null);
        secrets = new KeyStoreOrFiles(store, files);
    }

    @Test
    void anUnlockedKeyStoreHoldsThem() throws Exception {
        secrets.put("token", NEW);
        assertThat(files.get("token")).isEmpty();
        assertThat(secrets.get("token")).contains(NEW);
        assertThat(secrets.place()).isEqualTo(store.place());
    }

    @Test
    void aLockedOneGivesNothingAndNothingTakesThePlaceOfWhatIsInIt() throws Exception {
        secrets.put("token", OLD);
        store.locked = true;
        assertThatThrownBy(() -> secrets.get("token")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> secrets.put("token", NEW)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> secrets.remove("token")).isInstanceOf(ProblemException.class);
        assertThat(files.get("token")).isEmpty();
        store.locked = false;
        assertThat(secrets.get("token")).contains(OLD);
    }

    @Test
    void whatItNeverTookIsInAFileUntilItTakesIt() throws Exception {
        store.locked = true;
        secrets.put("token", OLD);
        assertThat(secrets.get("token")).contains(OLD);
        assertThat(secrets.place()).isEqualTo(files.place());

        store.locked = false;
        assertThat(new KeyStoreOrFiles(store, files).get("token")).contains(OLD);
        secrets.put("token", NEW);
        assertThat(files.get("token")).isEmpty();
        assertThat(secrets.get("token")).contains(NEW);
        secrets.remove("token");
        assertThat(secrets.get("token")).isEmpty();
    }

    @Test
    void aFileNeverStandsBeforeTheKeyStore() throws Exception {
        secrets.put("audit-head", OLD);
        files.put("audit-head", NEW);
        assertThat(secrets.get("audit-head")).contains(OLD);
    }

    /** A key store that says of what it holds, and of what it is given, that it is locked. */
    private static final class Lockable implements Secrets {
        private final Map<String, byte[]> values = new ConcurrentHashMap<>();
        private boolean locked;

        @Override
        public Optional<byte[]> get(String name) throws ProblemException {
            byte[] value = values.get(name);
            if (value != null) {
                needUnlocked();
            }
            return Optional.ofNullable(value);
        }

        @Override
        public void put(String name, byte[] secret) throws ProblemException {
            needUnlocked();
            values.put(name, secret);
        }

        @Override
        public void remove(String name) throws ProblemException {
            if (get(name).isPresent()) {
                values.remove(name);
            }
        }

        @Override
        public Phrase place() {
            return Phrase.of("place.key-store");
        }

        private void needUnlocked() throws ProblemException {
            if (locked) {
                throw new ProblemException(new Problem.KeyStoreLocked());
            }
        }
    }
}
