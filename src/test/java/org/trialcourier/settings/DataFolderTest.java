// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.problem.ProblemException;

class DataFolderTest {
    @TempDir
    Path place;

    @Test
    void nobodyElseMayLookIntoIt() throws Exception {
        DataFolder folder = new DataFolder(place.resolve("share/trialcourier")).create();

        assertThat(mode(folder.home())).isEqualTo("rwx------");
        assertThat(mode(folder.spool())).isEqualTo("rwx------");
    }

    @Test
    void whatPracticeMadeFirstIsPrivateForTheRealTrialToo() throws Exception {
        DataFolder folder = new DataFolder(place.resolve("share/trialcourier"));

        folder.practice().create();

        assertThat(mode(folder.home())).isEqualTo("rwx------");
    }

    @Test
    void oneThatStoodOpenIsClosedAgain() throws Exception {
        DataFolder folder = new DataFolder(place.resolve("share/trialcourier")).create();
        Files.createFile(folder.database());
        Files.setPosixFilePermissions(folder.home(), PosixFilePermissions.fromString("rwxr-xr-x"));

        folder.create();

        assertThat(mode(folder.home())).isEqualTo("rwx------");
    }

    @Test
    void oneThatWasMadeForItByHandIsClosedAtOnceAndASharedOneLeftAsItIs() throws Exception {
        DataFolder bare = new DataFolder(Files.createDirectory(place.resolve("bare")));
        Files.setPosixFilePermissions(bare.home(), PosixFilePermissions.fromString("rwxr-xr-x"));
        DataFolder shared = new DataFolder(Files.createDirectory(place.resolve("shared")));
        Files.createFile(shared.home().resolve("a letter.txt"));
        Files.setPosixFilePermissions(shared.home(), PosixFilePermissions.fromString("rwxr-xr-x"));

        bare.create();
        shared.create();

        assertThat(mode(bare.home())).isEqualTo("rwx------");
        assertThat(mode(shared.home())).isEqualTo("rwxr-xr-x");
        assertThat(mode(shared.spool())).isEqualTo("rwx------");
    }

    @Test
    void aFileInItsPlaceIsAProblemInWords() throws Exception {
        Path file = Files.createFile(place.resolve("taken"));

        assertThatThrownBy(() -> new DataFolder(file.resolve("data")).create()).isInstanceOf(ProblemException.class);
    }

    private static String mode(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
