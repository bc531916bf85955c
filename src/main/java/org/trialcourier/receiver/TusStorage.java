// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import me.desair.tus.server.exception.UploadNotFoundException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UploadStorageService;
import me.desair.tus.server.upload.concatenation.UploadConcatenationService;
import org.jspecify.annotations.Nullable;

/** Lets the tus server keep its uploads in an {@link UploadFolder}, which survives a kill in the middle of a chunk. */
final class TusStorage implements UploadStorageService {
    private final UploadFolder uploads;
    private @Nullable UploadIdFactory ids;
    private long maxUploadSize;
    private @Nullable Long expirationPeriod;
    private @Nullable UploadConcatenationService concatenation;

    TusStorage(UploadFolder uploads) {
        this.uploads = uploads;
    }

    @Override
    public @Nullable UploadInfo getUploadInfo(String url, @Nullable String owner) {
        UploadId id = factory().readUploadId(url);
        return id == null ? null : getUploadInfo(id);
    }

    @Override
    public @Nullable UploadInfo getUploadInfo(UploadId id) {
        return uploads.find(id.toString()).map(this::info).orElse(null);
    }

    @Override
    public String getUploadUri() {
        return factory().getUploadUri();
    }

    @Override
    public UploadInfo append(UploadInfo upload, InputStream in) throws IOException, UploadNotFoundException {
        upload.setOffset(uploads.append(stored(upload), in));
        return upload;
    }

    @Override
    public UploadInfo create(UploadInfo wanted, @Nullable String owner) throws IOException {
        String metadata = wanted.getEncodedMetadata();
        return info(uploads.create(wanted.getLength(), metadata == null ? "" : metadata));
    }

    @Override
    public void update(UploadInfo upload) {
        // nothing about an upload changes but its bytes
    }

    @Override
    public InputStream getUploadedBytes(String url, @Nullable String owner)
            throws IOException, UploadNotFoundException {
        return getUploadedBytes(factory().readUploadId(url));
    }

    @Override
    public InputStream getUploadedBytes(UploadId id) throws IOException, UploadNotFoundException {
        return Files.newInputStream(uploads.bytes(
                uploads.find(id.toString()).orElseThrow(() -> new UploadNotFoundException("no such upload"))));
    }

    @Override
    public void copyUploadTo(UploadInfo upload, OutputStream out) throws UploadNotFoundException, IOException {
        Files.copy(uploads.bytes(stored(upload)), out);
    }

    @Override
    public void removeLastNumberOfBytes(@Nullable UploadInfo upload, long count)
            throws UploadNotFoundException, IOException {
        if (upload != null) {
            uploads.cut(stored(upload), count);
        }
    }

    @Override
    public void terminateUpload(UploadInfo upload) throws UploadNotFoundException, IOException {
        uploads.remove(stored(upload));
    }

    @Override
    public void cleanupExpiredUploads(UploadLockingService locks) {
        // uploads of a submission are kept until it is received or cancelled
    }

    @Override
    public void setMaxUploadSize(Long bytes) {
        maxUploadSize = bytes == null ? 0 : bytes;
    }

    @Override
    public long getMaxUploadSize() {
        return maxUploadSize;
    }

    @Override
    public @Nullable Long getUploadExpirationPeriod() {
        return expirationPeriod;
    }

    @Override
    public void setUploadExpirationPeriod(Long milliseconds) {
        expirationPeriod = milliseconds;
    }

    @Override
    public void setUploadConcatenationService(UploadConcatenationService service) {
        concatenation = service;
    }

    @Override
    public @Nullable UploadConcatenationService getUploadConcatenationService() {
        return concatenation;
    }

    @Override
    public void setIdFactory(UploadIdFactory factory) {
        ids = factory;
    }

    private UploadInfo info(StoredUpload upload) {
        UploadInfo info = new UploadInfo();
        info.setId(new UploadId(upload.id()));
        info.setLength(upload.length());
        info.setOffset(uploads.offset(upload));
        if (!upload.metadata().isEmpty()) {
            info.setEncodedMetadata(upload.metadata());
        }
        return info;
    }

    private StoredUpload stored(UploadInfo info) throws UploadNotFoundException {
        return uploads.find(info.getId().toString()).orElseThrow(() -> new UploadNotFoundException("no such upload"));
    }

    private UploadIdFactory factory() {
        if (ids == null) {
            throw new IllegalStateException("the tus server sets the factory first");
        }
        return ids;
    }
}
