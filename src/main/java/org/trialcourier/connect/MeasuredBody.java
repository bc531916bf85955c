// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.InputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/** The body of a request whose length is known before it leaves, and that can be written again. It holds nothing open. */
public abstract class MeasuredBody extends AbstractHttpEntity {
    private final long length;

    /** A body of so many bytes. */
    protected MeasuredBody(String contentType, long length) {
        super(contentType, null, false);
        this.length = length;
    }

    @Override
    public final long getContentLength() {
        return length;
    }

    @Override
    public final boolean isRepeatable() {
        return true;
    }

    @Override
    public final boolean isStreaming() {
        return false;
    }

    @Override
    public final @Nullable InputStream getContent() {
        return null;
    }

    @Override
    public final void close() {
        // nothing is open between two writings
    }
}
