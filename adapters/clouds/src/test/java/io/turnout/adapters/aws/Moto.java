package io.turnout.adapters.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An AWS on this machine: `moto_server`, behind a proxy that makes the trouble it has not. One for
/// all tests of a run.
final class Moto {
    static final String REGION = "eu-west-1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Moto ONE = new Moto();

    private final FaultProxy proxy;
    private final URI url;

    private Moto() {
        try {
            int port = freePort();
            Process server =
                    new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", "" + port)
                            .redirectErrorStream(true)
                            .redirectOutput(Path.of("target", "moto.txt").toFile())
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
            url = URI.create("http://127.0.0.1:" + port);
            await(url, server);
            proxy = new FaultProxy(url);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether it can be had here. It comes with Python and is in no registry we build from.
    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "moto_server")));
    }

    static FaultProxy proxy() {
        return ONE.proxy;
    }

    /// The network that every account has. It takes no SDK to ask for its name.
    static String network() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer =
                    client.send(
                                    HttpRequest.newBuilder(ONE.url)
                                            .header(
                                                    "Authorization",
                                                    "AWS4-HMAC-SHA256 Credential=a/20260311/"
                                                            + REGION
                                                            + "/ec2/aws4_request")
                                            .header(
                                                    "Content-Type",
                                                    "application/x-www-form-urlencoded")
                                            .POST(
                                                    BodyPublishers.ofString(
                                                            "Action=DescribeVpcs"
                                                                    + "&Version=2016-11-15"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body();
            Matcher id = Pattern.compile("<vpcId>(vpc-[0-9a-f]+)</vpcId>").matcher(answer);
            if (!id.find()) {
                throw new IllegalStateException(answer);
            }
            return id.group(1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(URI url, Process server) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && server.isAlive()) {
                try {
                    var _ =
                            client.send(
                                    HttpRequest.newBuilder(url.resolve("/moto-api/data.json"))
                                            .build(),
                                    BodyHandlers.discarding());
                    return;
                } catch (IOException notYet) {
                    Thread.onSpinWait();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("moto_server did not start: see target/moto.txt");
    }
}
