// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each system shows when a disc is in the drive; names of file systems as Java gives them there. */
class DiscsTest {
    @Test
    void onWindowsDiscsAreDrivesAndAnEmptyDriveIsNone() {
        assertThat(found("C:", "NTFS", "D:", "CDFS", "E:", "", "F:", "FAT32", "G:", "UDF"))
                .containsExactly("D:", "G:");
    }

    @Test
    void onMacOsDiscsAreVolumes() {
        assertThat(found(
                        "/",
                        "apfs",
                        "/Volumes/Macintosh HD",
                        "apfs",
                        "/Volumes/EXPORT",
                        "cd9660",
                        "/Volumes/DVD",
                        "udf"))
                .containsExactly("/Volumes/EXPORT", "/Volumes/DVD");
    }

    @Test
    void onLinuxDiscsAreBelowAFolderPerPersonOrAtOnce() {
        assertThat(found(
                        "/", "ext4",
                        "/media/cdrom", "iso9660",
                        "/media/cdrom/DICOM", "iso9660",
                        "/run/media/site", "tmpfs",
                        "/run/media/site/EXPORT", "udf",
                        "/mnt/stick", "vfat"))
                .containsExactly("/media/cdrom", "/run/media/site/EXPORT");
    }

    @Test
    void thisComputerCanBeAsked() {
        assertThat(Discs.mounted()).isNotNull();
    }

    private static List<String> found(String... placesAndKinds) {
        Map<Path, String> kinds = new LinkedHashMap<>();
        for (int i = 0; i < placesAndKinds.length; i += 2) {
            kinds.put(Path.of(placesAndKinds[i]), placesAndKinds[i + 1]);
        }
        Mounts mounts = new Mounts() {
            @Override
            public List<Path> places() {
                return List.copyOf(kinds.keySet());
            }

            @Override
            public String kind(Path place) {
                return kinds.getOrDefault(place, "");
            }
        };
        return new Discs(mounts).inserted().stream().map(Path::toString).toList();
    }
}
