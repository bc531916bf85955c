// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/** Two processes are played by two JVMs: a lock of the operating system is held by a process, not by an object. */
class OneWindowTest {
    @TempDir
    private Path home;

    private final BlockingQueue<List<String>> heard = new LinkedBlockingQueue<>();

    /** What the second process runs: exit code 0 where it handed over, 3 where it became the first, 4 with no answer. */
    public static final class Second {
        private Second() {}

        public static void main(String[] arguments) {
            try {
                List<String> given = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
                boolean background = given.remove("--background");
                boolean first = OneWindow.claim(Path.of(arguments[0]), given, background)
                        .isPresent();
                System.exit(first ? 3 : 0);
            } catch (ProblemException e) {
                System.exit(e.problem() instanceof Problem.AlreadyOpen ? 4 : 5);
            }
        }
    }

    private int second(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Second.class.getName(),
                home.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void theDataFolderIsPrivateAlsoWhereTheWindowMakesIt() throws Exception {
        Path fresh = home.resolve("share/trialcourier");
        try (OneWindow first = OneWindow.claim(fresh, List.of(), false).orElseThrow()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                    .isEqualTo("rwx------");
            first.onArrival(heard::add);
        }
    }

    @Test
    void aSecondStartHandsItsFilesToTheFirst() throws Exception {
        try (OneWindow first = OneWindow.claim(home, List.of(), false).orElseThrow()) {
            first.onArrival(heard::add);
            assertThat(second("/disc/ÄÖ ü.zip", "trialcourier://join?trial=X")).isZero();
            assertThat(heard.poll(5, TimeUnit.SECONDS))
                    .containsExactly("/disc/ÄÖ ü.zip", "trialcourier://join?trial=X");
        }
        assertThat(second()).as("when the first is gone the next is the first").isEqualTo(3);
    }

    /** After signing in to the computer the window that is open already stays as it is, unless files come with the start. */
    @Test
    void aSecondStartOutOfSightCallsNobodyToTheFront() throws Exception {
        try (OneWindow first = OneWindow.claim(home, List.of(), false).orElseThrow()) {
            first.onArrival(heard::add);
            assertThat(second("--background")).isZero();
            assertThat(heard).isEmpty();
            assertThat(second("--background", "/disc/one.dcm")).isZero();
            assertThat(heard).containsExactly(List.of("/disc/one.dcm"));
        }
    }

    @Test
    void theClaimMadeBesideTheToolkitSaysWhoHasTheWindow() throws Exception {
        try (WindowClaim mine = new WindowClaim(home, List.of(), false)) {
            assertThat(mine.isElsewhere()).isFalse();
            mine.onArrival(heard::add);
            assertThat(second("/disc/one.dcm")).isZero();
            assertThat(heard.poll(5, TimeUnit.SECONDS)).containsExactly("/disc/one.dcm");
        }
        Path file = Files.writeString(home.resolve("file"), "x");
        try (WindowClaim nobody = new WindowClaim(file.resolve("below"), List.of(), false)) {
            assertThat(nobody.isElsewhere()).as("the window says what is wrong").isFalse();
            assertThat(nobody.silent()).isEmpty();
        }
    }

    @Test
    void aCallerWithoutTheTokenIsNotHeard() throws Exception {
        try (OneWindow first = OneWindow.claim(home, List.of(), false).orElseThrow()) {
            first.onArrival(heard::add);
            Path note = home.resolve("window.door");
            assertThat(Files.getPosixFilePermissions(note)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            int port = Integer.parseInt(Files.readString(note).split(" ", -1)[0]);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.writeUTF("0".repeat(32));
                assertThat(socket.getInputStream().read()).as("hung up").isEqualTo(-1);
            }
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void whatArrivesBeforeAnybodyListensIsKept() throws Exception {
        try (OneWindow first = OneWindow.claim(home, List.of(), false).orElseThrow()) {
            assertThat(second("early")).isZero();
            first.onArrival(heard::add);
            assertThat(heard).containsExactly(List.of("early"));
        }
    }

    /** Killed or cut off from power: its lock went with it, its note of a door that nobody opens stayed. */
    @Test
    void whatAKilledWindowLeftStopsNobody() throws Exception {
        Files.writeString(home.resolve("window.lock"), "");
        Files.writeString(home.resolve("window.door"), "1 " + "0".repeat(32) + "\n");
        try (OneWindow first = OneWindow.claim(home, List.of(), false).orElseThrow()) {
            first.onArrival(heard::add);
            assertThat(second("/disc/DICOMDIR")).isZero();
            assertThat(heard.poll(5, TimeUnit.SECONDS)).containsExactly("/disc/DICOMDIR");
        }
    }

    @Test
    void aWindowThatHangsIsSaidNotToAnswerAndAnswersTheNextWhenItIsWellAgain() throws Exception {
        try (OneWindow first = OneWindow.claim(home, List.of(), false).orElseThrow()) {
            first.onArrival(given -> {
                throw new CompletionException(new TimeoutException("the window hangs"));
            });
            assertThat(second("/disc/one.dcm")).as("not told that it was taken").isEqualTo(4);
            first.onArrival(heard::add);
            assertThat(second("/disc/two.dcm")).isZero();
            assertThat(heard).containsExactly(List.of("/disc/two.dcm"));
        }
    }

    /** Closed and opened again at once: what the first still has to write is no reason to turn a person away. */
    @Test
    void whoStartsWhileTheFirstIsEndingHasTheNextWindow() throws Exception {
        OneWindow first = OneWindow.claim(home, List.of(), false).orElseThrow();
        first.onArrival(heard::add);
        first.leave();
        try (ServerSocket knocked = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(home.resolve("window.door"), knocked.getLocalPort() + " " + "0".repeat(32));
            CompletableFuture<Integer> next = CompletableFuture.supplyAsync(() -> {
                try {
                    return second("/disc/one.dcm");
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            });
            knocked.accept().close();
            first.close();
            assertThat(next).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(3);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "");
        assertThatThrownBy(() -> OneWindow.claim(file.resolve("below"), List.of(), false))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Unwritable.class));
    }
}
