package io.turnout.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The demo as its users have it: a process of its own, on free ports, with a folder of its own.
final class DemoProcess implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(90);

    final Map<DemoAddress, Integer> ports;
    private final Path data;
    private final Path output;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;

    private DemoProcess(Map<DemoAddress, Integer> ports, Path folder) {
        this.ports = ports;
        this.data = folder.resolve("data");
        this.output = folder.resolve("output.txt");
        this.process = launch();
    }

    /// Begins to start; nothing is waited for.
    static DemoProcess launched(Path folder) {
        return new DemoProcess(freePorts(), folder);
    }

    /// The same, with one port that others have.
    static DemoProcess launched(Path folder, DemoAddress port, int number) {
        Map<DemoAddress, Integer> ports = freePorts();
        var _ = ports.put(port, number);
        return new DemoProcess(ports, folder);
    }

    static DemoProcess started(Path folder) {
        DemoProcess demo = launched(folder);
        demo.awaitOpen();
        return demo;
    }

    /// All held at once, so that they differ.
    private static Map<DemoAddress, Integer> freePorts() {
        Map<DemoAddress, Integer> ports = new LinkedHashMap<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (DemoAddress port : DemoAddress.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(port, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx512m",
                                // It lives for seconds: starting is most of its work.
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                // Forms for operators who scale, and a load that starts nobody.
                                "-Ddw.scaling.type=machine",
                                "-Ddw.scaling.min=0",
                                "-Ddw.scaling.max=4",
                                "-Ddw.scaling.each.inFlight=1000000",
                                "-Ddw.scaling.each.queued=1000000",
                                "-Ddw.scaling.each.cpu=1",
                                "-Ddw.scaling.each.owed=1000000",
                                "-Ddw.scaling.machine.folder=" + data,
                                "-Ddw.scaling.machine.settings=none.yml",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DemoMain.class.getName(),
                                "--data",
                                data.toString()));
        ports.forEach((port, number) -> command.addAll(List.of(port.option(), "" + number)));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitOpen() {
        Eventually.so(
                "the demo is open",
                PATIENCE,
                () -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("the demo ended: " + output());
                    }
                    return output().contains("Ctrl-C stops it");
                });
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startAgain() {
        process = launch();
        awaitOpen();
    }

    /// SIGTERM, as Ctrl-C and service managers do.
    int stop() {
        process.destroy();
        return exitCode();
    }

    void kill() {
        process.destroyForcibly();
        int _ = exitCode();
    }

    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /// Processes that have the data folder on their command line: ours, and its PostgreSQL.
    List<String> alive() {
        return ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains(data.toString()))
                .map(one -> one.pid() + " " + one.info().commandLine().orElse(""))
                .toList();
    }

    /// What the demo keeps under this name.
    Path file(String name) {
        return data.resolve(name);
    }

    String content(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + ports.get(DemoAddress.APPLICATION) + path;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url(path))));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /// Ends whatever is left of it.
    @Override
    public void close() {
        client.shutdownNow();
        if (process.isAlive()) {
            int _ = stop();
        }
    }
}
