package io.turnout.config;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A balancer keeps connections it does not use, and uses one just when the server stops.
@Timeout(30)
class ReadinessTest {
    private static final int CONNECTIONS = 160;
    private static final Duration DRAIN = Duration.ofMillis(200);
    private static final int PAUSE_MILLIS = 25;
    private static final String SLOW = "/slow";
    private static final long SLOW_MILLIS = 2_500;

    private final CountDownLatch begun = new CountDownLatch(1);

    @Test
    void a_request_over_a_quiet_connection_is_answered_or_finds_it_closed() throws Exception {
        Server server = new Server();
        server.setStopTimeout(5_000);
        ServerConnector door = new ServerConnector(server);
        door.setName("application");
        door.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(door);
        Readiness readiness = new Readiness(DRAIN);
        Handler.Singleton goodbye = readiness.goodbye();
        goodbye.setHandler(new Busy());
        server.setHandler(new GracefulHandler(goodbye));
        server.addEventListener(readiness);
        server.start();
        List<Quiet> balancer = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            balancer.add(new Quiet(door.getLocalPort()));
            assertThat(balancer.getLast().ask()).contains("200 OK");
        }

        CompletableFuture<String> slow = slowly(door.getLocalPort());
        begun.await();

        CompletableFuture<Void> stopped =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                server.stop();
                            } catch (Exception failure) {
                                throw new IllegalStateException(failure);
                            }
                        });
        List<String> answers = new ArrayList<>();
        for (Quiet connection : balancer) {
            answers.add(connection.ask());
            Thread.sleep(PAUSE_MILLIS);
        }
        stopped.join();

        assertThat(slow.join()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(answers).contains("HTTP/1.1 200 OK", "closed");
        assertThat(answers).containsOnly("HTTP/1.1 200 OK", "closed");
    }

    private static CompletableFuture<String> slowly(int port) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new Quiet(port).ask(SLOW);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
    }

    /// Takes a moment over each request, so that the server is busy while it stops, and over one
    /// much longer than connections may be quiet.
    private final class Busy extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            if (SLOW.equals(Request.getPathInContext(request))) {
                begun.countDown();
                Thread.sleep(SLOW_MILLIS);
            }
            Thread.sleep(1);
            response.setStatus(200);
            callback.succeeded();
            return true;
        }
    }

    private static final class Quiet {
        private final Socket socket;
        private final BufferedReader lines;

        Quiet(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        }

        String ask() {
            return ask("/");
        }

        /// The status line of the answer, or that there was none.
        String ask(String path) {
            try {
                socket.getOutputStream()
                        .write(
                                "GET %s HTTP/1.1\r\nHost: example.com\r\n\r\n"
                                        .formatted(path)
                                        .getBytes(US_ASCII));
                String status = lines.readLine();
                if (status == null) {
                    return "closed";
                }
                String line = lines.readLine();
                while (line != null && !line.isEmpty()) {
                    line = lines.readLine();
                }
                return status;
            } catch (IOException cut) {
                return "closed";
            }
        }
    }
}
