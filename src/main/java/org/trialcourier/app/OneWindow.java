// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.DataFolder;

/**
 * One window a data folder. The first holds a lock and listens on the loopback interface; a second hands over what it was
 * started with and goes, or has the next window where the first is just ending. The port and a token of 128 random bits stand in a file that only this user can read.
 */
public final class OneWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OneWindow.class);
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int BETWEEN_CALLS_MILLIS = 50;
    private static final int MOST_ARGUMENTS = 10_000;
    private static final int TOKEN_BYTES = 16;

    /** Instead of a number of arguments: the first stays as it is, in sight or out of it. */
    private static final int STAY = -1;

    private final FileChannel lock;
    private final ServerSocket door;
    private final Path note;
    private final byte[] token;
    private final List<List<String>> unheard = new ArrayList<>();
    private @Nullable Consumer<List<String>> hear;

    private OneWindow(FileChannel lock, ServerSocket door, Path note, byte[] token) {
        this.lock = lock;
        this.door = door;
        this.note = note;
        this.token = token;
    }

    /**
     * Makes this process the one with the window.
     *
     * @param arguments files, folders and links that are handed over where another has it already
     * @param background whether this one is to stay out of sight
     * @return nothing where another has it: it has taken the arguments and comes to the front; where there are none and
     *     this one was to stay out of sight, it stays as it is
     * @throws ProblemException {@code AlreadyOpen} where another has it and does not answer; {@code Unwritable}
     */
    public static Optional<OneWindow> claim(Path home, List<String> arguments, boolean background)
            throws ProblemException {
        Path note = new DataFolder(home).create().home().resolve("window.door");
        long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        try {
            FileChannel channel =
                    FileChannel.open(home.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (channel.tryLock() == null) {
                boolean taken = handOver(note, arguments, background && arguments.isEmpty());
                if (taken || System.nanoTime() > until || !pause()) {
                    channel.close();
                    if (taken) {
                        return Optional.empty();
                    }
                    throw new ProblemException(new Problem.AlreadyOpen(home.toString()));
                }
            }
            OneWindow first = open(channel, note);
            Thread.ofVirtual().name("one-window").start(first::listen);
            return Optional.of(first);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.Unwritable(home.toString(), e.getClass().getSimpleName()), e);
        }
    }

    private static OneWindow open(FileChannel lock, Path note) throws IOException {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        ServerSocket door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Files.deleteIfExists(note);
        if (note.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(note, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(note, door.getLocalPort() + " " + HexFormat.of().formatHex(token) + "\n");
        return new OneWindow(lock, door, note, token);
    }

    /** Whether the first has taken what this one was started with; it may be just starting or just ending. */
    private static boolean handOver(Path note, List<String> arguments, boolean stay) {
        try {
            String[] known =
                    Files.readString(note, StandardCharsets.US_ASCII).strip().split(" ", -1);
            return known.length == 2 && tell(Integer.parseInt(known[0]), known[1], arguments, stay);
        } catch (IOException | NumberFormatException notNow) {
            LOG.debug("the first window does not listen");
            return false;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_CALLS_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean tell(int port, String token, List<String> arguments, boolean stay) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeUTF(token);
            out.writeInt(stay ? STAY : arguments.size());
            for (String argument : arguments) {
                out.writeUTF(argument);
            }
            out.flush();
            return socket.getInputStream().read() == 1;
        }
    }

    private void listen() {
        while (!door.isClosed()) {
            try (Socket socket = door.accept()) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                answer(socket);
            } catch (IOException | RuntimeException e) {
                LOG.debug(
                        "a call at the door was not understood: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] given = in.readUTF().getBytes(StandardCharsets.UTF_8);
        byte[] expected = HexFormat.of().formatHex(token).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, expected)) {
            return;
        }
        int count = in.readInt();
        if (count < STAY || count > MOST_ARGUMENTS) {
            return;
        }
        if (count != STAY) {
            List<String> arguments = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                arguments.add(in.readUTF());
            }
            take(arguments);
        }
        socket.getOutputStream().write(1);
    }

    private synchronized void take(List<String> arguments) {
        if (hear == null) {
            unheard.add(arguments);
        } else {
            hear.accept(arguments);
        }
    }

    /**
     * Calls back, on a thread of its own, for each later start: with what it was started with, which may be nothing. Where
     * the call fails, the later start is not answered and says so to its person.
     */
    public synchronized void onArrival(Consumer<List<String>> listener) {
        hear = listener;
        unheard.forEach(listener);
        unheard.clear();
    }

    /** Takes nothing in any more: who starts from now on waits until this one is closed, and has the next window. */
    public void leave() {
        try {
            door.close();
            Files.deleteIfExists(note);
        } catch (IOException e) {
            LOG.debug("the door goes with the process: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        leave();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.debug(
                    "the window's lock goes with the process: {}", e.getClass().getSimpleName());
        }
    }
}
