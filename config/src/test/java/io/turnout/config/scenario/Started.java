package io.turnout.config.scenario;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/// A command line as a cloud runs it: by a shell, in a folder where `lib` is what was built and
/// `config` is ours, with nothing in the environment but what the cloud puts there.
final class Started implements AutoCloseable {
    private static final int SECONDS = 120;
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();

    private final Process process;
    private final Path output;

    private Started(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Path house() {
        return HOUSE;
    }

    static Started run(Path folder, String line, Map<String, String> environment)
            throws IOException {
        Path slug = folder.resolve("slug");
        if (!Files.exists(slug)) {
            build(slug);
        }
        Path output = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-c", line)
                        .directory(slug.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        shell.environment().clear();
        shell.environment().putAll(environment);
        var _ =
                shell.environment()
                        .put(
                                "PATH",
                                Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");
        return new Started(shell.start(), output);
    }

    /// One jar that names what this test runs with: as `lib/*` it is the class path of the house.
    private static void build(Path slug) throws IOException {
        var _ = Files.createDirectories(slug.resolve("lib"));
        var _ = Files.createSymbolicLink(slug.resolve("config"), HOUSE.resolve("config"));
        String all =
                Arrays.stream(System.getProperty("java.class.path").split(":", -1))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" "));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, all);
        new JarOutputStream(Files.newOutputStream(slug.resolve("lib/all.jar")), manifest).close();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    int exitCode() throws IOException, InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end: " + said());
        }
        return process.exitValue();
    }

    void awaitOpen() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!said().contains("Started application@")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("it did not start: " + said());
            }
            Thread.sleep(50);
        }
    }

    /// Who registers at this port.
    static Client visitor(int number, int port) {
        return new Client(number, List.of(URI.create("http://127.0.0.1:" + port)));
    }

    /// SIGKILL, to all of it at once.
    void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /// SIGTERM, as clouds do, to the shell and to what it runs.
    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
    }
}
