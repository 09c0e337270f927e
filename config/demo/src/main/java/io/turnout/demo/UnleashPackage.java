package io.turnout.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An Unleash server as npm brings it, on this machine's own Node.js. It is a program of its own:
/// nothing of it is part of Turnout. This version is the newest under the Apache licence that runs
/// on Node.js 20; version 8 is under another.
final class UnleashPackage {
    static final String VERSION = "7.4.1";

    private static final int NODE_MIN = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LINES = 5;

    private final Path folder;

    UnleashPackage(Path folder) {
        this.folder = folder;
    }

    /// Where packages stay, for `./turnout unleash` and for tests.
    static UnleashPackage usual() {
        return new UnleashPackage(
                Path.of(System.getProperty("user.home"), ".turnout", "unleash", VERSION));
    }

    Path program() {
        return folder.resolve("node_modules/unleash-server/dist/server.js");
    }

    private Path complete() {
        return folder.resolve("complete");
    }

    boolean isThere() {
        return Files.exists(complete()) && Files.exists(program());
    }

    /// Installs it, unless it is there.
    ///
    /// @throws DemoTrouble when there is no Node.js or no registry
    void install() {
        checkNode();
        if (isThere()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("package.json"),
                    "{\"name\":\"turnout-unleash\",\"private\":true,\"version\":\"0.0.0\"}\n");
            var _ =
                    run(
                            PATIENCE,
                            "npm",
                            "install",
                            "--no-fund",
                            "--no-audit",
                            "--ignore-scripts",
                            "unleash-server@" + VERSION);
            Files.writeString(complete(), VERSION + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkNode() {
        String version = run(Duration.ofSeconds(10), "node", "--version").strip();
        String major = version.replaceFirst("^v(\\d+).*", "$1");
        if (!major.matches("\\d{1,4}") || Integer.parseInt(major) < NODE_MIN) {
            throw new DemoTrouble("needs Node.js " + NODE_MIN + " or newer, and found " + version);
        }
    }

    private String run(Duration patience, String... command) {
        try {
            Path log = Files.createTempFile("turnout-npm", ".log");
            Process process =
                    new ProcessBuilder(command)
                            .directory(Files.exists(folder) ? folder.toFile() : null)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                var _ = process.destroyForcibly();
            }
            String said = Files.readString(log);
            Files.delete(log);
            if (!ended || process.exitValue() != 0) {
                throw new DemoTrouble(
                        String.join(" ", command) + " failed: " + last(said.lines().toList()));
            }
            return said;
        } catch (IOException e) {
            throw new DemoTrouble("needs Node.js with npm: there is no " + command[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoTrouble("was interrupted");
        }
    }

    private static String last(List<String> lines) {
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
