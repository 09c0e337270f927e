package io.turnout.config.scenario;

import io.turnout.config.TurnoutApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One Turnout as a process of its own, which can be killed as nothing in this one could.
final class Instance implements AutoCloseable {
    private static final Pattern STARTED =
            Pattern.compile("Started application@.*\\{(127\\.0\\.0\\.1:[0-9]+)\\}");
    private static final int STARTING_SECONDS = 60;

    private final Process process;
    private final URI url;

    private Instance(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static Instance start(Path settings) throws IOException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-Xmx512m",
                                        // It lives for seconds: starting is most of its work.
                                        "-XX:TieredStopAtLevel=1",
                                        "-XX:+UseSerialGC",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        TurnoutApplication.class.getName(),
                                        "server",
                                        settings.toString()))
                        .redirectErrorStream(true)
                        .start();
        return new Instance(process, address(process));
    }

    private static URI address(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTING_SECONDS);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                Thread.ofVirtual().start(() -> passOn(lines));
                return URI.create("http://" + started.group(1));
            }
            if (System.nanoTime() > deadline) {
                break;
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the house did not start:\n" + said);
    }

    private static void passOn(BufferedReader lines) {
        try {
            lines.lines().forEach(System.out::println);
        } catch (UncheckedIOException _) {
            // The house is gone; it has nothing more to say.
        }
    }

    /// What it has started by itself.
    Stream<ProcessHandle> children() {
        return process.descendants();
    }

    URI url() {
        return url;
    }

    void kill() throws InterruptedException {
        int _ = process.destroyForcibly().waitFor();
    }

    /// SIGTERM, as service managers do; it is over when this returns.
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the house does not stop");
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
