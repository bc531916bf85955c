// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.NotDicomException.Kind;
import org.trialcourier.problem.Phrase;

/** Reads files of DICOM: with preamble and meta information as they should have (PS3.10 7.1), or with less. */
final class FileReader {
    private static final int PREAMBLE = 128;
    private static final int LOOK = 512;

    private final Blob blob;
    private final ReadOptions options;
    private final Set<String> oddities = new LinkedHashSet<>();

    private FileReader(Blob blob, ReadOptions options) {
        this.blob = blob;
        this.options = options;
    }

    static DicomFile read(Blob blob, ReadOptions options) throws NotDicomException {
        try {
            return new FileReader(blob, options).read();
        } catch (IOException e) {
            throw Unreadable.of(e);
        }
    }

    private DicomFile read() throws IOException, NotDicomException {
        try (DicomInput in = new DicomInput(blob, 0)) {
            byte[] head = in.peekBytes(LOOK);
            byte[] preamble = new byte[0];
            boolean marked = false;
            if (isMarked(head, PREAMBLE)) {
                preamble = in.read(PREAMBLE);
                in.advance(4);
                marked = true;
                notePreamble(preamble);
            } else if (isMarked(head, 0)) {
                in.advance(4);
                marked = true;
                oddities.add("no preamble");
            } else if (Guess.encoding(head) == null) {
                Phrase what = FileKind.describe(head, blob.length());
                throw new NotDicomException(what.equals(FileKind.ZIP) ? Kind.ARCHIVE : Kind.NOT_DICOM, what);
            } else {
                oddities.add("no preamble");
            }
            DataSet meta = new DataSet();
            new DataSetReader(in, options, oddities).readGroup(meta, byFirstVr(in), 2);
            return readData(in, meta, preamble, marked);
        }
    }

    private DicomFile readData(DicomInput in, DataSet meta, byte[] preamble, boolean marked)
            throws IOException, NotDicomException {
        String uid = meta.text(Tag.TRANSFER_SYNTAX_UID).replaceAll("[^0-9.]", "");
        TransferSyntax named = uid.isEmpty() ? null : TransferSyntax.orUnknown(uid);
        if (named != null && named.deflated()) {
            InflatedBlob inflated = new InflatedBlob(blob, in.position());
            try (DicomInput unpacked = new DicomInput(inflated, 0)) {
                return finish(unpacked, meta, named, Encoding.EXPLICIT_LITTLE, preamble, marked);
            } catch (ZipException | EOFException e) {
                throw Damage.endsEarly();
            }
        }
        Encoding encoding = encoding(in, named);
        return finish(in, meta, syntax(named, encoding), encoding, preamble, marked);
    }

    private DicomFile finish(
            DicomInput in, DataSet meta, TransferSyntax syntax, Encoding encoding, byte[] preamble, boolean marked)
            throws IOException, NotDicomException {
        DataSet data = new DataSet();
        boolean complete = new DataSetReader(in, options, oddities).readTop(data, encoding);
        if (meta.isEmpty() && data.isEmpty()) {
            throw Damage.endsEarly();
        }
        Value.@Nullable InFile trailing = null;
        if (!complete) {
            long from = in.position();
            long rest = in.skip(Long.MAX_VALUE - from);
            trailing = new Value.InFile(in.blob(), from, rest, 1);
            oddities.add("bytes after its end");
        }
        FileForm form = new FileForm(preamble, marked, encoding, trailing, List.copyOf(oddities));
        return new DicomFile(meta, data, syntax, form);
    }

    /** The layout that the named transfer syntax has, unless the bytes plainly say otherwise. */
    private Encoding encoding(DicomInput in, @Nullable TransferSyntax named) throws IOException {
        Encoding seen = Guess.first(in.peekBytes(LOOK));
        if (named == null) {
            oddities.add("no transfer syntax named");
            return seen == null ? byFirstVr(in) : seen;
        }
        if (seen != null && seen != Encoding.of(named)) {
            oddities.add("a transfer syntax that is not the one it names");
            return seen;
        }
        return Encoding.of(named);
    }

    /** The transfer syntax to go on with: compressed pixel data stays what it is in whatever layout it was found. */
    private static TransferSyntax syntax(@Nullable TransferSyntax named, Encoding seen) {
        if (named != null && (named.encapsulated() || Encoding.of(named) == seen)) {
            return named;
        }
        return switch (seen) {
            case IMPLICIT_LITTLE -> TransferSyntax.IMPLICIT_LITTLE;
            case EXPLICIT_LITTLE -> TransferSyntax.EXPLICIT_LITTLE;
            case EXPLICIT_BIG -> TransferSyntax.EXPLICIT_BIG;
        };
    }

    private static Encoding byFirstVr(DicomInput in) throws IOException {
        return in.available(8) == 8 && Vr.of(in.peek(4), in.peek(5)) == null
                ? Encoding.IMPLICIT_LITTLE
                : Encoding.EXPLICIT_LITTLE;
    }

    private void notePreamble(byte[] preamble) {
        for (byte one : preamble) {
            if (one != 0) {
                oddities.add("content in the preamble");
                return;
            }
        }
    }

    private static boolean isMarked(byte[] head, int at) {
        return head.length >= at + 4
                && head[at] == 'D'
                && head[at + 1] == 'I'
                && head[at + 2] == 'C'
                && head[at + 3] == 'M';
    }
}
