// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The icons of the three systems: every size is there, and each picture has the size that its place promises. */
class IconFilesTest {
    private static final Path ICONS = Path.of("icons");

    private static int side(byte[] file, int start, int length) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(file, start, length));
        assertThat(picture.getHeight()).isEqualTo(picture.getWidth());
        assertThat(picture.getColorModel().hasAlpha()).isTrue();
        return picture.getWidth();
    }

    @Test
    void windowsFindsEachSizeFrom16To256() throws IOException {
        byte[] file = Files.readAllBytes(ICONS.resolve("trialcourier.ico"));
        ByteBuffer icon = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(icon.getInt(0)).as("an icon").isEqualTo(0x10000);
        List<Integer> sizes = new ArrayList<>();
        for (int entry = 6; entry < 6 + 16 * icon.getShort(4); entry += 16) {
            int promised = icon.get(entry) == 0 ? 256 : icon.get(entry) & 0xff;
            assertThat(side(file, icon.getInt(entry + 12), icon.getInt(entry + 8)))
                    .isEqualTo(promised);
            sizes.add(promised);
        }
        assertThat(sizes).containsExactly(16, 32, 48, 64, 128, 256);
    }

    @Test
    void theMacFindsEachSizeAlsoAtDoubleDensity() throws IOException {
        byte[] file = Files.readAllBytes(ICONS.resolve("trialcourier.icns"));
        ByteBuffer icon = ByteBuffer.wrap(file);
        assertThat(new String(file, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("icns");
        assertThat(icon.getInt(4)).isEqualTo(file.length);
        Map<String, Integer> sizes = new TreeMap<>();
        for (int at = 8; at < file.length; at += icon.getInt(at + 4)) {
            sizes.put(new String(file, at, 4, StandardCharsets.US_ASCII), side(file, at + 8, icon.getInt(at + 4) - 8));
        }
        Map<String, Integer> wanted = new TreeMap<>(Map.of("icp4", 16, "icp5", 32, "ic07", 128, "ic08", 256));
        wanted.putAll(Map.of("ic09", 512, "ic11", 32, "ic12", 64, "ic13", 256, "ic14", 512, "ic10", 1024));
        assertThat(sizes).isEqualTo(wanted);
    }

    @Test
    void linuxFindsEachSizeThatTheInstallerPutsIntoTheTheme() throws IOException {
        for (int size : new int[] {16, 32, 48, 64, 128, 256, 512}) {
            byte[] png = Files.readAllBytes(ICONS.resolve("trialcourier-" + size + ".png"));
            assertThat(side(png, 0, png.length)).isEqualTo(size);
        }
    }
}
