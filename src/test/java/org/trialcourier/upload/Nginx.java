// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Debian's nginx with TLS and a limit of 8 MiB a request, before another server. */
final class Nginx implements AutoCloseable {
    private final Process process;
    private final int port;
    private final Path authority;

    private Nginx(Process process, int port, Path authority) {
        this.process = process;
        this.port = port;
        this.authority = authority;
    }

    static Nginx start(Path folder, int upstream, boolean buffering) throws Exception {
        Files.createDirectories(folder);
        Path certificate = folder.resolve("certificate.pem");
        run(
                folder,
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-keyout",
                        "key.pem",
                        "-out",
                        "certificate.pem",
                        "-subj",
                        "/CN=Fictional Inspection CA",
                        "-addext",
                        "subjectAltName=IP:127.0.0.1"));
        int port = freePort();
        Files.writeString(folder.resolve("nginx.conf"), """
                user root;
                daemon off;
                pid nginx.pid;
                error_log stderr error;
                events {}
                http {
                  access_log off;
                  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
                  server {
                    listen 127.0.0.1:%d ssl;
                    ssl_certificate certificate.pem;
                    ssl_certificate_key key.pem;
                    client_max_body_size 8m;
                    location / {
                      proxy_pass http://127.0.0.1:%d;
                      proxy_http_version 1.1;
                      proxy_request_buffering %s;
                      proxy_set_header X-Forwarded-Proto https;
                      proxy_set_header X-Forwarded-Host $http_host;
                    }
                  }
                }
                """.formatted(port, upstream, buffering ? "on" : "off"));
        Process process = new ProcessBuilder(program(), "-p", folder + "/", "-c", "nginx.conf")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            if (!process.isAlive()) {
                throw new IOException(Files.readString(folder.resolve("nginx.log")));
            }
            return answers(port);
        });
        return new Nginx(process, port, certificate);
    }

    /** The same path through nginx. */
    URI through(URI direct) {
        return URI.create("https://127.0.0.1:" + port + direct.getRawPath());
    }

    /** The authority to trust. */
    Path authority() {
        return authority;
    }

    private static String program() {
        return Files.isExecutable(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx";
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void run(Path folder, List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("openssl.log")));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
