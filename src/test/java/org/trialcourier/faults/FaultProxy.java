// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A small TCP proxy that makes trouble on purpose: it delays, limits the rate, cuts, resets, goes silent, flips a byte,
 * swallows the reply. Faults are queued; each is used up by the next connection that meets its condition.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int BUFFER = 16 << 10;

    private final ServerSocket door;
    private final InetSocketAddress target;
    private final ConcurrentLinkedDeque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong upBytes = new AtomicLong();
    private final AtomicInteger hits = new AtomicInteger();
    private volatile long delayNanos;
    private volatile long bytesPerSecond;
    private volatile boolean refusing;

    /** What happens, and after how many bytes towards the server in this connection, counted from when it was set. */
    public record Fault(Kind kind, long afterBytes) {}

    /** Kinds of trouble. */
    public enum Kind {
        /** Both sides are reset (RST). */
        RESET,
        /** Both sides are closed in order (FIN). */
        CLOSE,
        /** Nothing passes any more in either direction, but nothing is closed. */
        HANG,
        /** One bit of one byte towards the server is turned. */
        FLIP,
        /** All bytes towards the server pass; what the server answers is swallowed and the connection is reset. */
        LOSE_REPLY
    }

    /** A proxy to a port on this computer. */
    public FaultProxy(int targetPort) throws IOException {
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The same address through the proxy. */
    public URI through(URI direct) {
        return URI.create(direct.getScheme() + "://127.0.0.1:" + door.getLocalPort() + direct.getRawPath());
    }

    /** The port of the proxy. */
    public int port() {
        return door.getLocalPort();
    }

    /** Queues a fault. */
    public void next(Kind kind, long afterBytes) {
        faults.add(new Fault(kind, afterBytes));
    }

    /** Faults that have happened. */
    public int hits() {
        return hits.get();
    }

    /** Bytes that went towards the server. */
    public long upBytes() {
        return upBytes.get();
    }

    /** Time from one end to the other, in each direction. */
    public void delay(Duration oneWay) {
        delayNanos = oneWay.toNanos();
    }

    /** Rate in each direction; 0 for none. */
    public void rate(long newBytesPerSecond) {
        bytesPerSecond = newBytesPerSecond;
    }

    /** An outage: connections are reset, new ones too. */
    public void refuse(boolean outage) {
        refusing = outage;
        if (outage) {
            open.forEach(FaultProxy::reset);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                client.setTcpNoDelay(true);
                if (refusing) {
                    reset(client);
                } else {
                    Socket server = new Socket();
                    server.setTcpNoDelay(true);
                    server.connect(target);
                    open.add(client);
                    open.add(server);
                    Link link = new Link(client, server);
                    Thread.ofVirtual().start(link::up);
                    Thread.ofVirtual().start(link::down);
                }
            } catch (IOException e) {
                if (door.isClosed()) {
                    return;
                }
            }
        }
    }

    /** One connection from a client to the server. */
    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean hanging;
        private volatile boolean swallowing;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void up() {
            long passed = 0;
            try (InputStream in = client.getInputStream();
                    OutputStream out = server.getOutputStream()) {
                Line line = new Line(out, () -> delayNanos, () -> bytesPerSecond);
                byte[] buffer = new byte[BUFFER];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    Fault fault = faults.peek();
                    if (fault != null && passed + read > fault.afterBytes() && faults.remove(fault)) {
                        int before = (int) Math.max(0, fault.afterBytes() - passed);
                        hits.incrementAndGet();
                        if (!strike(fault.kind(), buffer, before, read, out)) {
                            upBytes.addAndGet(before);
                            return;
                        }
                    }
                    line.pass(buffer, read);
                    passed += read;
                    upBytes.addAndGet(read);
                }
                line.end();
            } catch (IOException e) {
                end();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean strike(Kind kind, byte[] buffer, int before, int read, OutputStream out)
                throws IOException, InterruptedException {
            switch (kind) {
                case FLIP -> {
                    buffer[Math.min(before, read - 1)] ^= 1;
                    return true;
                }
                case LOSE_REPLY -> {
                    swallowing = true;
                    return true;
                }
                case HANG -> {
                    out.write(buffer, 0, before);
                    hanging = true;
                    while (!client.isClosed()) {
                        TimeUnit.MILLISECONDS.sleep(20);
                        if (client.getInputStream().available() < 0) {
                            break;
                        }
                    }
                    return false;
                }
                case RESET -> {
                    out.write(buffer, 0, before);
                    out.flush();
                    end();
                    return false;
                }
                case CLOSE -> {
                    out.write(buffer, 0, before);
                    out.flush();
                    server.close();
                    client.close();
                    return false;
                }
            }
            return true;
        }

        void down() {
            try (InputStream in = server.getInputStream();
                    OutputStream out = client.getOutputStream()) {
                Line line = new Line(out, () -> delayNanos, () -> bytesPerSecond);
                byte[] buffer = new byte[BUFFER];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (swallowing) {
                        end();
                        return;
                    }
                    if (!hanging) {
                        line.pass(buffer, read);
                    }
                }
                line.end();
            } catch (IOException e) {
                end();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void end() {
            reset(client);
            reset(server);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is left to close
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(FaultProxy::reset);
    }
}
