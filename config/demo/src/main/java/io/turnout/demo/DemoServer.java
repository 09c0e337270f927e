package io.turnout.demo;

import io.turnout.bench.Server;
import io.turnout.config.TurnoutApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The server as it is, in a process of its own.
final class DemoServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ENDS = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Process process;

    private DemoServer(Process process) {
        this.process = process;
    }

    /// Returns when it takes requests.
    static DemoServer start(Path settings, int port, Path said) {
        try {
            DemoServer server =
                    new DemoServer(
                            Server.process(TurnoutApplication.class, settings, List.of("-Xmx512m"))
                                    .redirectOutput(said.toFile())
                                    .start());
            server.await(port, said);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(int port, Path said) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!takes(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new DemoTrouble("a stack did not start; " + said + " says why");
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new DemoTrouble("stopped while it was starting");
            }
        }
    }

    private static boolean takes(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(ENDS.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
