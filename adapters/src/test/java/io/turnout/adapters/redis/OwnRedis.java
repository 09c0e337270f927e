package io.turnout.adapters.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.redisson.api.RedissonClient;
import redis.embedded.RedisServer;

/// A real Redis of a test's own, which can be stopped in its tracks and killed.
public final class OwnRedis implements AutoCloseable {
    private final int port = freePort();
    private final RedisServer server;
    private final ProcessHandle process;

    public OwnRedis() throws IOException {
        List<Long> before = children();
        server = new RedisServer(port);
        server.start();
        process =
                ProcessHandle.current()
                        .children()
                        .filter(child -> !before.contains(child.pid()))
                        .filter(child -> child.info().command().orElse("").contains("redis"))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return at(port);
    }

    /// Where none is.
    static URI nobody() {
        return at(freePort());
    }

    static URI at(int port) {
        return URI.create("redis://127.0.0.1:" + port);
    }

    public RedissonClient client() {
        return RedisClient.at(url());
    }

    /// Has it set something, as its operators would.
    public void set(String name, String value) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String command = "CONFIG SET " + name + " " + value + "\r\n";
            socket.getOutputStream().write(command.getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() != '+') {
                throw new IllegalStateException("it did not take " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It accepts, and answers nothing, until it goes on.
    public void pause() {
        signal("-STOP");
    }

    public void goOn() {
        signal("-CONT");
    }

    public void kill() {
        signal("-KILL");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", name, "" + process.pid()).start();
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("kill " + name + " did not work");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        goOn(process);
        server.stop();
    }

    private void goOn(ProcessHandle one) {
        if (one.isAlive()) {
            goOn();
        }
    }
}
