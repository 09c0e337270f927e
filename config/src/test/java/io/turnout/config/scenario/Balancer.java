package io.turnout.config.scenario;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A load balancer from Debian's package, with the settings that are shipped as an example; only
/// the ports are others. Where there is none on the PATH the tests fail.
final class Balancer implements AutoCloseable {
    private static final Path EXAMPLES = Path.of("balancer");
    private static final int STARTING_SECONDS = 10;

    private final Process process;
    private final URI url;

    private Balancer(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static Balancer nginx(Path folder, Ports ports) throws IOException {
        Path file = settings("nginx.conf", folder, ports);
        return start(
                ports,
                program("nginx"),
                "-p",
                folder.toString(),
                "-c",
                file.toString(),
                "-g",
                "daemon off;");
    }

    static Balancer haproxy(Path folder, Ports ports) throws IOException {
        Path file = settings("haproxy.cfg", folder, ports);
        return start(ports, program("haproxy"), "-db", "-f", file.toString());
    }

    private static Path settings(String name, Path folder, Ports ports) throws IOException {
        String text =
                Files.readString(EXAMPLES.resolve(name))
                        .replace("127.0.0.1:8000", "127.0.0.1:" + ports.visitors())
                        .replace("127.0.0.1:8080", "127.0.0.1:" + ports.one().application())
                        .replace("127.0.0.1:8180", "127.0.0.1:" + ports.two().application())
                        .replace("port 8081", "port " + ports.one().admin())
                        .replace("port 8181", "port " + ports.two().admin());
        return Files.writeString(folder.resolve(name), text).toAbsolutePath();
    }

    private static String program(String name) {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this test needs " + name + ": install it"))
                .toString();
    }

    private static Balancer start(Ports ports, String... command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTING_SECONDS);
        while (!listens(ports.visitors())) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                process.destroy();
                throw new IllegalStateException(command[0] + " did not start");
            }
        }
        return new Balancer(process, URI.create("http://127.0.0.1:" + ports.visitors()));
    }

    private static boolean listens(int port) {
        try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /// Where visitors come in, and where the two instances stand behind it.
    record Ports(int visitors, Doors one, Doors two) {
        /// All held at once, so that they differ.
        static Ports free() throws IOException {
            List<ServerSocket> held = new ArrayList<>();
            try {
                for (int i = 0; i < 5; i++) {
                    held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
                }
                int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
                return new Ports(
                        ports[0], new Doors(ports[1], ports[2]), new Doors(ports[3], ports[4]));
            } finally {
                for (ServerSocket socket : held) {
                    socket.close();
                }
            }
        }
    }

    /// The two ports of an instance.
    record Doors(int application, int admin) {
        static final Doors ANY = new Doors(0, 0);
    }
}
