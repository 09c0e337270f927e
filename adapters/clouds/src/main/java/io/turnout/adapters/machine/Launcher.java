package io.turnout.adapters.machine;

import io.turnout.adapters.machine.Roll.Instance;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// How a process of ours is started, asked whether it is ready, and stopped.
///
/// @param command its words, in which `{port}` and `{adminPort}` stand for ports it is given
/// @param folder where what it says is kept
/// @param variables what it finds in its environment besides ours
/// @param drain how long it may take to end
public record Launcher(
        List<String> command,
        Path folder,
        Supplier<Map<String, String>> variables,
        Duration drain) {
    private static final int ANSWER_MILLIS = 1_000;
    private static final int OK = 200;

    public Launcher {
        command = List.copyOf(command);
    }

    Instance start() throws IOException {
        try (ServerSocket one = free();
                ServerSocket other = free()) {
            return start(one, other);
        }
    }

    private Instance start(ServerSocket one, ServerSocket other) throws IOException {
        int port = one.getLocalPort();
        int adminPort = other.getLocalPort();
        one.close();
        other.close();
        ProcessBuilder builder =
                new ProcessBuilder(
                        command.stream()
                                .map(word -> word.replace("{port}", "" + port))
                                .map(word -> word.replace("{adminPort}", "" + adminPort))
                                .toList());
        builder.environment().putAll(variables.get());
        builder.environment().put("PORT", "" + port);
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("instance-" + port + ".txt").toFile())
                        .start();
        return new Instance(process.pid(), began(process.toHandle()), port, adminPort);
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static long began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static Optional<ProcessHandle> handle(Instance instance) {
        return ProcessHandle.of(instance.pid())
                .filter(ProcessHandle::isAlive)
                .filter(process -> began(process) == instance.began());
    }

    boolean isGone(Instance instance) {
        return handle(instance).isEmpty();
    }

    boolean isReady(Instance instance) {
        try {
            HttpURLConnection asked =
                    (HttpURLConnection)
                            URI.create("http://127.0.0.1:" + instance.adminPort() + "/ready")
                                    .toURL()
                                    .openConnection();
            asked.setConnectTimeout(ANSWER_MILLIS);
            asked.setReadTimeout(ANSWER_MILLIS);
            return asked.getResponseCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// SIGTERM, and what nobody can refuse when that is over.
    void stop(Instance instance) {
        handle(instance)
                .ifPresent(
                        process -> {
                            var _ = process.destroy();
                            CompletableFuture.delayedExecutor(
                                            drain.toMillis(), TimeUnit.MILLISECONDS)
                                    .execute(process::destroyForcibly);
                        });
    }
}
