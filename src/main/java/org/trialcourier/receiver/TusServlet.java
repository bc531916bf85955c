// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UuidUploadIdFactory;

/** The tus 1.0 endpoint: core, creation, checksum, termination. One request at a time for each upload; others get 423. */
final class TusServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LOCKED = 423;

    private final transient TusFileUploadService service;
    private final transient Set<String> busy = ConcurrentHashMap.newKeySet();

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
        String upload = request.getRequestURI();
        if (creates || "OPTIONS".equals(request.getMethod())) {
            service.process(request, response);
        } else if (busy.add(upload)) {
            try {
                service.process(request, response);
            } finally {
                busy.remove(upload);
            }
        } else {
            response.setHeader("Tus-Resumable", "1.0.0");
            response.setStatus(LOCKED);
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
