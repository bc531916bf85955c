// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.run.Transports;
import org.trialcourier.upload.SealedPart;
import org.trialcourier.upload.Transport;
import org.trialcourier.upload.UploadMemory;
import org.trialcourier.upload.Verdict;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.wire.QueryAnswer;
import org.trialcourier.wire.Receipt;
import org.trialcourier.wire.SignedReceipt;
import org.trialcourier.work.Progress;
import org.trialcourier.work.Sha256;

/** A receiver in memory whose answers a test can script; it keeps what it got and counts what it was asked. */
final class MemoryReceiver {
    private static final int SMALLEST_CHUNK = 1000;

    final Map<UUID, Announcement> announced = new ConcurrentHashMap<>();
    final Map<String, byte[]> parts = new ConcurrentHashMap<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final LinkedBlockingQueue<Problem> troubles = new LinkedBlockingQueue<>();
    final LinkedBlockingQueue<Verdict> verdicts = new LinkedBlockingQueue<>();
    final CountDownLatch released = new CountDownLatch(1);
    volatile long millisPerChunk;
    volatile boolean isSilent;
    volatile boolean isStranger;
    volatile int failAfterChunks = Integer.MAX_VALUE;
    private final KeyPair key;

    MemoryReceiver() throws GeneralSecurityException {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    Transports transports() {
        return submission -> new MemoryTransport();
    }

    private final class MemoryTransport implements Transport {
        @Override
        public void announce(Announcement announcement) throws ProblemException {
            calls.add("announce");
            trouble();
            Announcement first = announced.putIfAbsent(announcement.submission(), announcement);
            if (first != null && !first.equals(announcement)) {
                throw new ProblemException(new Problem.PackageDiffers());
            }
        }

        @Override
        public void send(Announcement announcement, SealedPart part, UploadMemory memory, Progress progress)
                throws ProblemException, InterruptedException {
            calls.add("send " + part.info().number());
            if (isSilent) {
                throw new ProblemException(new Problem.Offline("memory", "no answer"));
            }
            String key = announcement.submission() + "/" + part.info().number();
            memory.remember(part.info().sha256(), key);
            byte[] data = bytes(part);
            if (isStranger) {
                swallow(data.length, progress);
            }
            int offset = parts.getOrDefault(key, new byte[0]).length;
            progress.addBytes(offset);
            for (int chunks = 0; offset < data.length; chunks++) {
                progress.check();
                if (chunks >= failAfterChunks) {
                    throw new ProblemException(new Problem.Offline("memory", "cut"));
                }
                if (millisPerChunk > 0) {
                    Thread.sleep(millisPerChunk);
                }
                int chunk = Math.max(SMALLEST_CHUNK, data.length / 10);
                int next = Math.min(data.length, offset + chunk);
                parts.put(key, Arrays.copyOf(data, next));
                progress.addBytes(next - offset);
                offset = next;
            }
        }

        /** What is between here and the receiver takes all bytes, for longer than it takes to note them, and keeps none. */
        private void swallow(long bytes, Progress progress) throws ProblemException, InterruptedException {
            progress.addBytes(bytes);
            try {
                released.await();
            } finally {
                progress.addBytes(-bytes);
            }
            throw new ProblemException(new Problem.Busy("memory", 200));
        }

        @Override
        public Verdict finish(Announcement announcement) throws ProblemException {
            calls.add("finish");
            trouble();
            Verdict scripted = verdicts.poll();
            if (scripted instanceof Verdict.Missing missing) {
                missing.parts().forEach(number -> parts.remove(announcement.submission() + "/" + number));
            }
            if (scripted != null) {
                return scripted;
            }
            List<Integer> missing = announcement.parts().stream()
                    .filter(part -> !holds(announcement, part))
                    .map(PartInfo::number)
                    .toList();
            missing.forEach(number -> parts.remove(announcement.submission() + "/" + number));
            return missing.isEmpty() ? new Verdict.Received(receipt(announcement)) : new Verdict.Missing(missing);
        }

        @Override
        public Verdict answer(Announcement announcement, QueryAnswer answer) throws ProblemException {
            calls.add("answer " + answer.text());
            trouble();
            Verdict scripted = verdicts.poll();
            return scripted != null ? scripted : new Verdict.Received(receipt(announcement));
        }

        @Override
        public void discard(Announcement announcement, UploadMemory memory) throws ProblemException {
            calls.add("discard");
            trouble();
            parts.keySet()
                    .removeIf(name -> name.startsWith(announcement.submission().toString()));
            announced.remove(announcement.submission());
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }

    SignedReceipt receipt(Announcement a) {
        Receipt receipt = new Receipt(
                a.submission(),
                a.trial(),
                a.site(),
                a.subject(),
                a.visit(),
                a.instances(),
                a.payloadFiles(),
                a.payloadBytes(),
                a.manifestSha256(),
                a.parts().size(),
                "2026-11-22T12:00:00Z",
                "memory 1");
        try {
            Base64.Encoder base64 = Base64.getEncoder();
            SignedReceipt unsigned = new SignedReceipt(
                    receipt,
                    SignedReceipt.ED25519,
                    base64.encodeToString(key.getPublic().getEncoded()),
                    "");
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(unsigned.signedBytes());
            return new SignedReceipt(
                    receipt, SignedReceipt.ED25519, unsigned.publicKey(), base64.encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean holds(Announcement announcement, PartInfo part) {
        byte[] data = parts.get(announcement.submission() + "/" + part.number());
        return data != null && Sha256.hex(data).equals(part.sha256());
    }

    private void trouble() throws ProblemException {
        Problem next = troubles.poll();
        if (next != null) {
            throw new ProblemException(next);
        }
    }

    private static byte[] bytes(SealedPart part) throws ProblemException {
        try {
            return Files.readAllBytes(part.file());
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreadable("", ""), e);
        }
    }
}
