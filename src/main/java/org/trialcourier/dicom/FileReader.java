// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.NotDicomException.Kind;

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
                String what = FileKind.describe(head, blob.length());
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
        TransferSyntax syntax = syntax(in, meta);
        DataSet data = new DataSet();
        if (syntax.deflated()) {
            InflatedBlob inflated = new InflatedBlob(blob, in.position());
            try (DicomInput unpacked = new DicomInput(inflated, 0)) {
                return finish(unpacked, meta, data, syntax, new FileForm(preamble, marked, null, new ArrayList<>()));
            } catch (java.util.zip.ZipException | java.io.EOFException e) {
                throw Damage.endsEarly();
            }
        }
        return finish(in, meta, data, syntax, new FileForm(preamble, marked, null, new ArrayList<>()));
    }

    private DicomFile finish(DicomInput in, DataSet meta, DataSet data, TransferSyntax syntax, FileForm form)
            throws IOException, NotDicomException {
        boolean complete = new DataSetReader(in, options, oddities).readTop(data, Encoding.of(syntax));
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
        return new DicomFile(
                meta, data, syntax, new FileForm(form.preamble(), form.marked(), trailing, new ArrayList<>(oddities)));
    }

    /** The transfer syntax that the meta information names, unless the bytes plainly say otherwise. */
    private TransferSyntax syntax(DicomInput in, DataSet meta) throws IOException {
        String uid = meta.text(Tag.TRANSFER_SYNTAX_UID);
        Optional<TransferSyntax> named = uid.isEmpty() ? Optional.empty() : Optional.of(TransferSyntax.orUnknown(uid));
        if (named.isPresent() && (named.get().deflated() || in.atEnd())) {
            return named.get();
        }
        Encoding seen = Guess.first(in.peekBytes(LOOK));
        if (named.isPresent() && (seen == null || seen == Encoding.of(named.get()))) {
            return named.get();
        }
        if (seen == null) {
            seen = byFirstVr(in);
        }
        oddities.add(named.isPresent() ? "a transfer syntax that is not the one it names" : "no transfer syntax named");
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
