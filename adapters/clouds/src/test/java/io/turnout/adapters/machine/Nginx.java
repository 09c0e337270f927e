package io.turnout.adapters.machine;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// nginx from Debian's package with the settings for pictures that are shipped as an example; only
/// the port is another. Where there is none the tests fail.
final class Nginx implements AutoCloseable {
    static final String SECRET = "only-for-a-trial";
    private static final Path EXAMPLE = Path.of("../../config/balancer/media.conf");
    private static final int PATIENCE_SECONDS = 10;

    private final Path folder;
    private final int port;
    private Process process;

    private Nginx(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.process = started();
    }

    static Nginx start(Path folder) throws IOException {
        int port;
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = any.getLocalPort();
        }
        String text = Files.readString(EXAMPLE).replace("127.0.0.1:8088", "127.0.0.1:" + port);
        // Started as root, it works as somebody who may not enter a folder of root's.
        String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
        var _ = Files.writeString(folder.resolve("media.conf"), user + text);
        var _ =
                Files.writeString(
                        folder.resolve("media-secret.conf"), "set $media_secret " + SECRET + ";");
        var _ = Files.createDirectories(folder.resolve("pictures"));
        return new Nginx(folder, port);
    }

    private static String program() {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)),
                        Stream.of("/usr/sbin"))
                .map(place -> Path.of(place, "nginx"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this test needs nginx: install it"))
                .toString();
    }

    private Process started() {
        try {
            Process one =
                    new ProcessBuilder(
                                    program(),
                                    "-p",
                                    folder.toString(),
                                    "-c",
                                    folder.resolve("media.conf").toString(),
                                    "-g",
                                    "daemon off;")
                            .inheritIO()
                            .start();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!listens()) {
                if (System.nanoTime() > deadline || !one.isAlive()) {
                    one.destroy();
                    throw new IllegalStateException("nginx did not start");
                }
            }
            return one;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void stop() {
        process.destroy();
        try {
            var _ = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    void goOn() {
        if (!process.isAlive()) {
            process = started();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
