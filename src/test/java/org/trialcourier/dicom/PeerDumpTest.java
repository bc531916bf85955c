// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our reader against DCMTK's and GDCM's, for each sample file: the same elements, or a listed and explained exception. */
@org.junit.jupiter.api.Tag("peer")
class PeerDumpTest {
    /** Where we differ from DCMTK, and why. */
    private static final Map<String, String> DCMTK_DIFFERS = Map.of(
            "SC_rgb_jpeg.dcm",
            "DCMTK refuses it: its data set is in implicit VR although its header names a JPEG transfer syntax");

    /** Where we differ from GDCM, and why. */
    private static final Map<String, String> GDCM_DIFFERS = Map.of(
            "dx_image.dcm",
            "GDCM prints odd bytes in a form of its own",
            "nested_priv_SQ.dcm",
            "GDCM prints the last bytes in a form of its own",
            "meta_missing_tsyntax.dcm",
            "GDCM refuses it: no transfer syntax is named",
            "SC_rgb_jpeg.dcm",
            "GDCM aborts on it: its data set is in implicit VR although its header names a JPEG transfer syntax",
            "liver_deflate.dcm",
            "GDCM refuses it: a deflated data set with more bytes after it",
            "HTJ2KLossless_08_RGB.dcm",
            "GDCM does not know high-throughput JPEG 2000");

    /** VRs that DCMTK shows where its dictionary leaves a choice. */
    private static final Set<String> CHOICES = Set.of("up", "xs", "ox", "lt", "px", "ps", "na", "??");

    @TempDir
    private Path folder;

    private final List<String> different = new ArrayList<>();

    @Test
    void theSameElementsAsDcmtk() throws Exception {
        for (Path path : Samples.files()) {
            DicomFile file = read(path);
            if (file != null && !DCMTK_DIFFERS.containsKey(name(path))) {
                try {
                    compare(path, Dump.ours(file), dcmtk(path, StandardCharsets.ISO_8859_1));
                } catch (IOException refused) {
                    different.add(path + " is refused: " + refused.getMessage());
                }
            }
        }
        assertThat(String.join("\n", different)).isEmpty();
    }

    @Test
    void dcmtkReadsInOurFilesWhatWeRead() throws Exception {
        for (Path path : Samples.files()) {
            DicomFile file = read(path);
            if (file != null) {
                Path written = folder.resolve("written.dcm");
                file.write(written);
                try {
                    compare(path, Dump.ours(DicomFile.read(written)), dcmtk(written, StandardCharsets.ISO_8859_1));
                } catch (IOException refused) {
                    different.add(path + " is refused: " + refused.getMessage());
                }
            }
        }
        assertThat(String.join("\n", different)).isEmpty();
    }

    @Test
    void theSameElementsAsGdcm() throws Exception {
        for (Path path : Samples.files()) {
            DicomFile file = read(path);
            if (file != null && !GDCM_DIFFERS.containsKey(name(path))) {
                try {
                    List<Dump.Line> theirs = Dump.printed(List.of("gdcmdump"), path, StandardCharsets.ISO_8859_1);
                    compareTags(path, Dump.ours(file), theirs);
                } catch (IOException refused) {
                    different.add(path + " is refused: " + refused.getMessage());
                }
            }
        }
        assertThat(String.join("\n", different)).isEmpty();
    }

    private void compareTags(Path path, List<Dump.Line> ours, List<Dump.Line> theirs) {
        List<String> own = ours.stream()
                .filter(line -> line.depth() == 0)
                .map(line -> Tag.format(line.tag()))
                .toList();
        List<String> their = theirs.stream()
                .filter(line -> line.depth() == 0)
                .map(line -> Tag.format(line.tag()))
                .toList();
        if (!own.equals(their)) {
            List<String> lacks = new ArrayList<>(their);
            lacks.removeAll(own);
            List<String> more = new ArrayList<>(own);
            more.removeAll(their);
            different.add(path + " lacks " + lacks + ", has in addition " + more);
        }
    }

    @Test
    void theSameCharactersAsDcmtk() throws Exception {
        for (Path path : Samples.files()) {
            DicomFile file = read(path);
            if (file == null || file.data().charset().terms().isEmpty() || DCMTK_DIFFERS.containsKey(name(path))) {
                continue;
            }
            List<Dump.Line> theirs;
            try {
                theirs = dcmtk(path, StandardCharsets.UTF_8, "+U8");
            } catch (IOException unknownToIt) {
                // Its conversion library does not know ISO 2022; GDCM and the examples of the standard cover that.
                continue;
            }
            compareText(path, Dump.ours(file), theirs);
        }
        assertThat(String.join("\n", different)).isEmpty();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static List<Dump.Line> dcmtk(Path path, Charset charset, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("dcmdump", "-q", "+L"));
        command.addAll(List.of(more));
        return Dump.printed(command, path, charset);
    }

    private static DicomFile read(Path path) {
        try {
            return DicomFile.read(path);
        } catch (NotDicomException e) {
            return null;
        }
    }

    private void compare(Path path, List<Dump.Line> ours, List<Dump.Line> theirs) {
        int at = 0;
        for (Dump.Line line : theirs) {
            if (at >= ours.size()) {
                different.add(path + " lacks " + Tag.format(line.tag()));
                return;
            }
            Dump.Line own = ours.get(at++);
            String where = path + " " + Tag.format(line.tag()) + ": ";
            if (own.tag() != line.tag() || own.depth() != line.depth()) {
                different.add(where + "instead of it " + Tag.format(own.tag()) + " at depth " + own.depth());
                return;
            }
            if (own.vr().equals("SQ") && !line.vr().equals("SQ") && line.length() >= 0) {
                // A sequence in an unknown value of known length: we look into it.
                while (at < ours.size() && ours.get(at).depth() > own.depth()) {
                    at++;
                }
                continue;
            }
            // Odd lengths are shown as the even ones they should be.
            if (own.length() != line.length() && own.length() + 1 != line.length()) {
                different.add(where + "length " + own.length() + " instead of " + line.length());
            }
            boolean compressed = own.tag() == Tag.PIXEL_DATA && own.length() < 0;
            if (!CHOICES.contains(line.vr()) && !line.vr().equals(own.vr()) && !compressed) {
                different.add(where + "VR " + own.vr() + " instead of " + line.vr());
            }
            String value = value(line);
            if (value.chars().allMatch(c -> c >= ' ' && c < 0x7F)
                    && !normal(value).equals(normal(own.value()))) {
                different.add(where + own.vr() + " <" + own.value() + "> instead of <" + value + ">");
            }
        }
        if (at < ours.size()) {
            different.add(path + " has in addition " + Tag.format(ours.get(at).tag()));
        }
    }

    /** The texts in the character set of the file, in order. */
    private void compareText(Path path, List<Dump.Line> ours, List<Dump.Line> theirs) {
        List<String> own = ours.stream()
                .filter(line -> line.value().chars().anyMatch(c -> c > 0x7F))
                .map(line -> Tag.format(line.tag()) + normal(line.value()))
                .toList();
        List<String> their = theirs.stream()
                .filter(line -> value(line).chars().anyMatch(c -> c > 0x7F))
                .map(line -> Tag.format(line.tag()) + normal(value(line)))
                .toList();
        if (!own.equals(their)) {
            different.add(path + " " + own + " instead of " + their);
        }
    }

    /** Text stands in brackets; other values are not compared as text. */
    private static String value(Dump.Line line) {
        String value = line.value();
        return value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : "\0";
    }

    private static String normal(String value) {
        StringBuilder text = new StringBuilder();
        for (String part : value.split("\\\\", -1)) {
            text.append(part.strip()).append('\\');
        }
        return text.toString().replace("\0", "");
    }
}
