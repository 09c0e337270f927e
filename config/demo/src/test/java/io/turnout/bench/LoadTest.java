package io.turnout.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Duration STALL = Duration.ofMillis(400);

    @Test
    void whoever_was_due_while_the_server_stood_still_has_waited() throws Exception {
        try (ServerSocket server = stallsOnce()) {
            Load load =
                    new Load(
                            List.of((InetSocketAddress) server.getLocalSocketAddress()),
                            _ -> new Load.Request("/", ""));

            Load.Outcome outcome = load.runAtRate(1, STALL, 500);

            assertThat(outcome.created()).isEqualTo(200);
            assertThat(outcome.millis(50)).isGreaterThan(STALL.toMillis() / 4.0);
        }
    }

    /// Its first answer takes as long as all requests are due, the others no time.
    private static ServerSocket stallsOnce() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread _ = Thread.ofPlatform().daemon().start(() -> answer(server));
        return server;
    }

    private static void answer(ServerSocket server) {
        try (Socket client = server.accept()) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.US_ASCII));
            long until = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    until = until == 0 ? System.nanoTime() + STALL.toNanos() : until;
                    LockSupport.parkNanos(until - System.nanoTime());
                    client.getOutputStream()
                            .write(
                                    "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"
                                            .getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
