package io.turnout.config.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// An AWS on this machine. It comes with Python and is in no registry we build from.
final class MotoServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI url;

    MotoServer(Path folder) throws IOException, InterruptedException {
        int port = Started.freePort();
        url = URI.create("http://127.0.0.1:" + port);
        process =
                new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", "" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("moto.txt").toFile())
                        .start();
        await();
    }

    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "moto_server")));
    }

    URI url() {
        return url;
    }

    private void await() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpRequest asked = HttpRequest.newBuilder(url.resolve("/moto-api/data.json")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    var _ = client.send(asked, BodyHandlers.discarding());
                    return;
                } catch (IOException notYet) {
                    Thread.sleep(100);
                }
            }
        }
        throw new IllegalStateException("moto_server did not start");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
