// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Data sets as lists of lines, ours and those that the programs of DCMTK and GDCM print, so that they can be compared. */
final class Dump {
    private static final Pattern LINE = Pattern.compile(
            "^( *)\\(([0-9a-fA-F]{4}),([0-9a-fA-F]{4})\\) (..)(?: \\((..)\\))? (.*?) *# *(u/l|\\d+), *(\\d+|\\?|\\d+-n).*$",
            Pattern.DOTALL);

    private static final String STANDARD_DICTIONARY = "/usr/share/libdcmtk17/dicom.dic";

    private Dump() {}

    /** One element: how deep it is, its tag, VR, length (-1: sequence or encapsulated) and value as text. */
    record Line(int depth, int tag, String vr, long length, String value) {}

    /** What a program printed about a file. */
    static List<Line> printed(List<String> command, Path file, Charset charset)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.add(file.toAbsolutePath().toString());
        ProcessBuilder builder = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Without its private dictionary it knows what the standard knows, as we do.
        builder.environment().put("DCMDICTPATH", STANDARD_DICTIONARY);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), charset);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(command.getFirst() + " ends with " + code);
        }
        List<Line> lines = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        for (String text : out.split("\n", -1)) {
            if (pending.isEmpty() && !text.stripLeading().startsWith("(")) {
                continue;
            }
            pending.append(pending.isEmpty() ? "" : "\n").append(text);
            Matcher matcher = LINE.matcher(pending);
            if (matcher.matches()) {
                int tag = Integer.parseUnsignedInt(matcher.group(2) + matcher.group(3), 16);
                if (Tag.group(tag) != 0xFFFE) {
                    lines.add(line(matcher, tag));
                }
                pending.setLength(0);
            } else if (pending.indexOf("(fffe,") >= 0 && pending.indexOf("\n") < 0) {
                pending.setLength(0);
            }
        }
        return lines;
    }

    private static Line line(Matcher matcher, int tag) {
        String vr = matcher.group(5) == null ? matcher.group(4) : matcher.group(5);
        String value = matcher.group(6);
        boolean open =
                value.startsWith("(Sequence") || value.startsWith("(PixelSequence") || value.startsWith("(Pixel");
        long length = open || matcher.group(7).equals("u/l") ? -1 : Long.parseLong(matcher.group(7));
        return new Line(matcher.group(1).length() / 4, tag, vr, length, value);
    }

    /** What our reader makes of a file. */
    static List<Line> ours(DicomFile file) {
        List<Line> lines = new ArrayList<>();
        add(file.meta(), 0, lines);
        add(file.data(), 0, lines);
        return lines;
    }

    private static void add(DataSet data, int depth, List<Line> lines) {
        for (Element element : data) {
            boolean sequence = element.value() instanceof Value.Items || element.value() instanceof Value.Fragments;
            String value = sequence ? "" : String.join("\\", data.texts(element));
            lines.add(new Line(depth, element.tag(), element.vr().name(), sequence ? -1 : element.length(), value));
            data.items(element.tag()).forEach(item -> add(item, depth + 1, lines));
        }
    }
}
