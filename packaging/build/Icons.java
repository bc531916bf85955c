// SPDX-License-Identifier: Apache-2.0

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the icons of all systems from the master {@code icons/trialcourier.svg}: PNGs (with {@code rsvg-convert} of
 * librsvg2-bin), and from them the .ico of Windows and the .icns of the Mac. To be run where the master changed, from
 * the top folder: {@code java packaging/build/Icons.java}
 */
final class Icons {
    private static final List<Integer> WINDOWS = List.of(16, 32, 48, 64, 128, 256);
    private static final Map<String, Integer> MAC = new LinkedHashMap<>();

    static {
        MAC.put("icp4", 16);
        MAC.put("icp5", 32);
        MAC.put("ic11", 32); // 16 points at double density
        MAC.put("ic12", 64); // 32 points at double density
        MAC.put("ic07", 128);
        MAC.put("ic08", 256);
        MAC.put("ic13", 256); // 128 points at double density
        MAC.put("ic09", 512);
        MAC.put("ic14", 512); // 256 points at double density
        MAC.put("ic10", 1024); // 512 points at double density
    }

    private Icons() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of("icons");
        for (int size : new int[] {16, 32, 48, 64, 128, 256, 512, 1024}) {
            String side = String.valueOf(size);
            Tool.run(List.of(
                    "rsvg-convert", "-w", side, "-h", side,
                    "-o", png(folder, size).toString(), folder.resolve("trialcourier.svg").toString()));
        }
        Files.write(folder.resolve("trialcourier.ico"), windows(folder));
        Files.write(folder.resolve("trialcourier.icns"), mac(folder));
    }

    private static Path png(Path folder, int size) {
        return folder.resolve("trialcourier-" + size + ".png");
    }

    /** A directory of 16 bytes an icon, then the PNGs; 256 is written as 0. */
    private static byte[] windows(Path folder) throws IOException {
        ByteBuffer directory = ByteBuffer.allocate(6 + 16 * WINDOWS.size()).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.size());
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        for (int size : WINDOWS) {
            byte[] png = Files.readAllBytes(png(folder, size));
            directory.put((byte) size).put((byte) size).putShort((short) 0);
            directory.putShort((short) 1).putShort((short) 32);
            directory.putInt(png.length).putInt(directory.capacity() + images.size());
            images.write(png);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(directory.array());
        images.writeTo(file);
        return file.toByteArray();
    }

    /** The word icns and the length, then for each icon its type, its length with this head, and the PNG. */
    private static byte[] mac(Path folder) throws IOException {
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(images);
        for (Map.Entry<String, Integer> icon : MAC.entrySet()) {
            byte[] png = Files.readAllBytes(png(folder, icon.getValue()));
            out.writeBytes(icon.getKey());
            out.writeInt(png.length + 8);
            out.write(png);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(file);
        head.writeBytes("icns");
        head.writeInt(images.size() + 8);
        images.writeTo(head);
        return file.toByteArray();
    }
}
