package io.turnout.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A server under measurement: a process of its own, so that its work is not that of whoever
/// measures.
public final class Server implements AutoCloseable {
    private static final Pattern STARTED =
            Pattern.compile("Started application@.*\\{127\\.0\\.0\\.1:([0-9]+)\\}");
    private static final String PEAK = "VmHWM";
    private static final long KIB = 1024;
    private final Process process;
    private final InetSocketAddress address;

    private Server(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /// Starts it, and returns when it takes requests.
    public static Server start(Class<?> main, Path settings, List<String> flags)
            throws IOException {
        List<String> all = new ArrayList<>(List.of("-Xmx1g", "-XX:+UseParallelGC"));
        all.addAll(flags);
        Process process = process(main, settings, all).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Server(process, address(process));
    }

    /// A server with these settings, not started yet: what it says is one stream.
    ///
    /// @param flags for its JVM
    public static ProcessBuilder process(Class<?> main, Path settings, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(main.getName(), "server", settings.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private static InetSocketAddress address(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                Thread.ofPlatform().daemon().start(() -> passOn(lines));
                int port = Integer.parseInt(started.group(1));
                return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            }
        }
        throw new IllegalStateException("the server did not start:\n" + said);
    }

    private static void passOn(BufferedReader lines) {
        try {
            lines.lines().forEach(System.err::println);
        } catch (UncheckedIOException _) {
            // The server is gone; it has nothing more to say.
        }
    }

    public InetSocketAddress address() {
        return address;
    }

    /// The processor time it has used so far.
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// The most memory it ever had, as the system counts it; 0 where it does not.
    public long peakBytes() {
        try (Stream<String> status =
                Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException none) {
            return 0;
        }
    }

    /// Ends it as a crash does, and returns when it is gone.
    public void kill() {
        var _ = process.destroyForcibly().onExit().join();
    }

    /// It stands still for so long, and goes on as if no time had passed.
    public void stall(Duration time) {
        signal("-STOP");
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            signal("-CONT");
        }
    }

    private void signal(String which) {
        try {
            var _ = new ProcessBuilder("kill", which, Long.toString(process.pid())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
