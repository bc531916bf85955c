// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.function.LongConsumer;
import org.trialcourier.connect.MeasuredBody;

/** A piece of a part as the body of a request, read from its file while it leaves; its length is known beforehand. */
final class ChunkBody extends MeasuredBody {
    /** The content type of tus. */
    static final String TYPE = "application/offset+octet-stream";

    private static final int BUFFER = 1 << 17;

    private final SealedPart part;
    private final long offset;
    private final long length;
    private final Throttle throttle;
    private final LongConsumer left;

    /** So many bytes from an offset; {@code left} is told after each piece how many bytes of the body have left. */
    ChunkBody(SealedPart part, long offset, long length, Throttle throttle, LongConsumer left) {
        super(TYPE, length);
        this.part = part;
        this.offset = offset;
        this.length = length;
        this.throttle = throttle;
        this.left = left;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (FileChannel file = FileChannel.open(part.file(), StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, length)));
            long sent = 0;
            while (sent < length) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), length - sent));
                int read = file.read(buffer, offset + sent);
                if (read < 0) {
                    throw new IOException("the part is shorter than it was");
                }
                throttle.take(read);
                out.write(buffer.array(), 0, read);
                sent += read;
                left.accept(sent);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("stopped").initCause(e);
        }
    }

    /** Feeds the same bytes to a digest. */
    void digest(MessageDigest digest) throws IOException {
        try (FileChannel file = FileChannel.open(part.file(), StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            for (long done = 0; done < length; ) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), length - done));
                int read = file.read(buffer, offset + done);
                if (read < 0) {
                    throw new IOException("the part is shorter than it was");
                }
                digest.update(buffer.array(), 0, read);
                done += read;
            }
        }
    }
}
