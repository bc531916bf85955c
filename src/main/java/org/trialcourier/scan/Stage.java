// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.BlobStream;

/**
 * Keeps copies of files from slow media and of archives within archives in a nameless temporary file, encrypted under a
 * key that exists in memory only. When the program ends, however it ends, nothing readable is left.
 */
final class Stage {
    private static final int BLOCK = 16;
    private static final Stage SHARED = new Stage();

    private final SecretKeySpec key;
    private final byte[] nonce = new byte[8];
    private final Object lock = new Object();
    private volatile @Nullable FileChannel file;
    private long end;

    private Stage() {
        SecureRandom random = new SecureRandom();
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        random.nextBytes(nonce);
        key = new SecretKeySpec(secret, "AES");
    }

    /** The one of this run of the program. */
    static Stage shared() {
        return SHARED;
    }

    /** Takes a copy of everything a stream gives. */
    Blob keep(InputStream in) throws IOException {
        synchronized (lock) {
            FileChannel channel = channel();
            long start = (end + BLOCK - 1) / BLOCK * BLOCK;
            Cipher cipher = cipher(start);
            byte[] buffer = new byte[1 << 16];
            long at = start;
            for (int got = in.readNBytes(buffer, 0, buffer.length);
                    got > 0;
                    got = in.readNBytes(buffer, 0, buffer.length)) {
                ByteBuffer hidden = ByteBuffer.wrap(cipher.update(buffer, 0, got));
                while (hidden.hasRemaining()) {
                    at += channel.write(hidden, at);
                }
                end = at;
            }
            return new Kept(start, at - start);
        }
    }

    private FileChannel channel() throws IOException {
        FileChannel open = file;
        if (open == null) {
            Path path = Files.createTempFile("trialcourier", ".stage");
            open = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file = open;
        }
        return open;
    }

    /** The key stream from a position on, which must be a multiple of the block size. */
    private Cipher cipher(long position) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            byte[] counter = ByteBuffer.allocate(BLOCK)
                    .put(nonce)
                    .putLong(position / BLOCK)
                    .array();
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IOException("no AES", e);
        }
    }

    private final class Kept implements Blob {
        private final long start;
        private final long length;

        Kept(long start, long length) {
            this.start = start;
            this.length = length;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public InputStream open(long position) throws IOException {
            return new Reading(start + position, start + length);
        }
    }

    private final class Reading extends BlobStream {
        private final long end;
        private long position;
        private Cipher cipher;

        Reading(long position, long end) throws IOException {
            this.end = end;
            this.position = position;
            this.cipher = cipherAt(position);
        }

        private Cipher cipherAt(long at) throws IOException {
            Cipher fresh = cipher(at / BLOCK * BLOCK);
            fresh.update(new byte[(int) (at % BLOCK)]);
            return fresh;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            if (position >= end) {
                return -1;
            }
            if (count == 0) {
                return 0;
            }
            ByteBuffer hidden = ByteBuffer.allocate((int) Math.min(Math.min(count, 1 << 16), end - position));
            int got = channel().read(hidden, position);
            if (got <= 0) {
                throw new IOException("the temporary file is gone");
            }
            byte[] plain = cipher.update(hidden.array(), 0, got);
            System.arraycopy(plain, 0, buffer, from, got);
            position += got;
            return got;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = Math.clamp(count, 0, end - position);
            position += skipped;
            cipher = cipherAt(position);
            return skipped;
        }
    }
}
