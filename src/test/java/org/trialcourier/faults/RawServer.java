// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Answers the first bytes of every connection with bytes that need not be HTTP, and ends the connection without a word. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket door;
    private final UnaryOperator<String> answers;
    private final boolean resets;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private RawServer(UnaryOperator<String> answers, boolean resets) throws IOException {
        this.answers = answers;
        this.resets = resets;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /** Answers what comes first (ISO 8859-1, one byte a character) with what is made of it. */
    public static RawServer answering(UnaryOperator<String> answers) throws IOException {
        return new RawServer(answers, false);
    }

    /** Answers always the same; {@code resets} ends the connection by RST in place of FIN. */
    public static RawServer saying(String answer, boolean resets) throws IOException {
        return new RawServer(any -> answer, resets);
    }

    /** Where it listens, on the loopback interface. */
    public int port() {
        return door.getLocalPort();
    }

    /** What came first on each connection. */
    public List<String> asked() {
        return asked;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        byte[] buffer = new byte[64 << 10];
        try (socket) {
            InputStream in = socket.getInputStream();
            int read = in.read(buffer);
            if (read < 0) {
                return;
            }
            String first = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
            asked.add(first);
            OutputStream out = socket.getOutputStream();
            out.write(answers.apply(first).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (resets) {
                socket.setSoLinger(true, 0);
                return;
            }
            socket.shutdownOutput();
            int more = read;
            while (more >= 0) {
                more = in.read(buffer);
            }
        } catch (IOException gone) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
