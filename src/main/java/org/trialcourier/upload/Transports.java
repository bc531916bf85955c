// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.trialcourier.connect.Caller;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;

/** Opens transports. All of them share connections, the bandwidth limit, and what was learnt about each server. */
public final class Transports {
    private final HttpAccess access;
    private final Throttle throttle;
    private final Patience patience;
    private final Map<URI, ServerTraits> traits = new ConcurrentHashMap<>();
    private final Map<URI, TusFeatures> features = new ConcurrentHashMap<>();

    /** With the usual patience. */
    public Transports(HttpAccess access, Throttle throttle) {
        this(access, throttle, Patience.standard());
    }

    /** With a patience of the caller's. */
    public Transports(HttpAccess access, Throttle throttle, Patience patience) {
        this.access = access;
        this.throttle = throttle;
        this.patience = patience;
    }

    /** A transport to one destination; closing it leaves the shared connections open. */
    public Transport open(Destination destination, TokenSource tokens, ReceiverKeys keys) {
        return switch (destination.type()) {
            case TUS -> tus(destination, tokens, keys);
            case FOLDER -> new FolderTransport(Path.of(destination.url()));
            case STOW -> stow(destination, tokens);
        };
    }

    private Transport stow(Destination destination, TokenSource tokens) {
        URI url = destination.url();
        Caller caller = new Caller(access, tokens, url);
        ServerTraits server = traits.computeIfAbsent(url, endpoint -> new ServerTraits(patience, endpoint.toString()));
        return new StowTransport(new StowRequests(caller, url), server, throttle, patience);
    }

    private Transport tus(Destination destination, TokenSource tokens, ReceiverKeys keys) {
        URI url = destination.url();
        URI api = destination.api();
        URI[] own = Stream.of(url, api == null ? url : api).toArray(URI[]::new);
        Caller caller = new Caller(access, tokens, own);
        ServerTraits server = traits.computeIfAbsent(url, endpoint -> new ServerTraits(patience, endpoint.toString()));
        TusUpload.Shared shared = new TusUpload.Shared(
                new TusRequests(caller, url),
                server,
                features.computeIfAbsent(url, any -> new TusFeatures()),
                throttle,
                patience);
        return new TusTransport(shared, api == null ? null : new SubmissionApi(caller, api, patience, keys));
    }
}
