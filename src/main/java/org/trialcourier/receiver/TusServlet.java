// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serial;
import java.nio.channels.ClosedByInterruptException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tus 1.0 endpoint: core, creation, checksum, termination. One request at a time works on an upload. A client asks
 * again only when it gave the earlier request up, so a newer request ends an older one; where that takes longer than two
 * seconds it gets 423.
 */
final class TusServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(TusServlet.class);
    private static final int LOCKED = 423;
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final int PATIENCE_STEPS = 40;
    private static final long STEP_MILLIS = 50;

    private final transient TusFileUploadService service;
    private final transient Map<String, Turn> busy = new ConcurrentHashMap<>();

    TusServlet(String path, UploadFolder uploads) {
        service = new TusFileUploadService()
                .withUploadIdFactory(new UuidUploadIdFactory())
                .withUploadStorageService(new TusStorage(uploads))
                .withUploadLockingService(new NoLocks())
                .withUploadUri(path + "/?")
                .disableTusExtension("concatenation")
                .disableTusExtension("expiration");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean creates = "POST".equals(request.getMethod()) && request.getHeader("X-HTTP-Method-Override") == null;
        if (creates || "OPTIONS".equals(request.getMethod())) {
            store(request, response);
            return;
        }
        String upload = request.getRequestURI();
        Turn turn = new Turn(Thread.currentThread());
        if (!take(upload, turn)) {
            response.setHeader("Tus-Resumable", "1.0.0");
            response.setStatus(LOCKED);
            return;
        }
        try {
            store(request, response);
        } finally {
            busy.remove(upload, turn);
            turn.end();
        }
    }

    private void store(HttpServletRequest request, HttpServletResponse response) {
        try {
            service.process(request, response);
        } catch (InterruptedIOException | ClosedByInterruptException brokenOff) {
            response.setStatus(LOCKED);
        } catch (IOException e) {
            LOG.warn("Bytes of an upload could not be stored", e);
            response.setStatus(INSUFFICIENT_STORAGE);
        }
    }

    /** Takes the turn on an upload; a request that still holds it has lost its client and is broken off. */
    private boolean take(String upload, Turn turn) {
        Turn before = busy.putIfAbsent(upload, turn);
        for (int i = 0; before != null && i < PATIENCE_STEPS; i++) {
            before.breakOff();
            try {
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            before = busy.putIfAbsent(upload, turn);
        }
        return before == null;
    }

    /** A request that works on an upload. */
    private static final class Turn {
        private @Nullable Thread worker;

        Turn(Thread worker) {
            this.worker = worker;
        }

        synchronized void breakOff() {
            if (worker != null) {
                worker.interrupt();
            }
        }

        /** From here on nobody interrupts this thread for this request; an interrupt that came is used up. */
        synchronized void end() {
            worker = null;
            Thread.interrupted();
        }
    }

    /** The servlet keeps the order itself: the library answers a locked upload with 200 and no tus header. */
    private static final class NoLocks implements UploadLockingService {
        @Override
        public UploadLock lockUploadByUri(String uri) {
            return new UploadLock() {
                @Override
                public String getUploadUri() {
                    return uri;
                }

                @Override
                public void release() {
                    // nothing is held
                }

                @Override
                public void close() {
                    // nothing is held
                }
            };
        }

        @Override
        public void cleanupStaleLocks() {
            // there are none
        }

        @Override
        public boolean isLocked(UploadId id) {
            return false;
        }

        @Override
        public void setIdFactory(UploadIdFactory factory) {
            // locks are by address
        }
    }
}
