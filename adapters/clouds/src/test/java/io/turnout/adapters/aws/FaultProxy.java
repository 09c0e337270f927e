package io.turnout.adapters.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.turnout.application.cloud.CloudContract.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Stands before moto: lets nothing pass whose signature is wrong, and refuses, throttles or keeps
/// silent when it is told to.
final class FaultProxy {
    private static final Set<String> OURS =
            Set.of(
                    "connection",
                    "content-length",
                    "host",
                    "expect",
                    "upgrade",
                    "transfer-encoding");

    private final URI behind;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<@Nullable Fault> fault = new AtomicReference<>();
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FaultProxy(URI behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory()));
        var _ = server.createContext("/", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void strike(Fault next) {
        silence = new CountDownLatch(1);
        fault.set(next);
    }

    void heal() {
        fault.set(null);
        silence.countDown();
    }

    /// The calls that were let through, by name.
    List<String> asked() {
        return asked;
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (fault.get()) {
            case DENIED -> refuse(exchange, 400, "AccessDeniedException");
            case THROTTLED -> refuse(exchange, 400, "ThrottlingException");
            case UNREACHABLE -> keepSilent(exchange);
            case UNKNOWN -> refuse(exchange, 400, "ResourceNotFoundException");
            case null -> {
                if (Signature.isRight(exchange, body)) {
                    forward(exchange, body);
                } else {
                    refuse(exchange, 403, "SignatureDoesNotMatch");
                }
            }
        }
    }

    /// In each way AWS says so: JSON by its header, XML by its body.
    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        boolean json = exchange.getRequestHeaders().containsKey("X-Amz-Target");
        byte[] body =
                (json ? "{\"__type\":\"" + code + "\",\"message\":\"no\"}" : xml(exchange, code))
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("x-amzn-RequestId", "0");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String xml(HttpExchange exchange, String code) {
        String error = "<Error><Code>" + code + "</Code><Message>no</Message></Error>";
        boolean query =
                "application/x-www-form-urlencoded; charset=UTF-8"
                        .equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Type"));
        return query ? "<ErrorResponse>" + error + "</ErrorResponse>" : error;
    }

    private void keepSilent(HttpExchange exchange) {
        try {
            silence.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private void forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI().toString()))
                        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!OURS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                                values.forEach(value -> request.header(name, value));
                            }
                        });
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        asked.add(target == null ? exchange.getRequestMethod() : target);
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) -> {
                                if (!OURS.contains(name)) {
                                    exchange.getResponseHeaders().put(name, values);
                                }
                            });
            boolean none = answer.body().length == 0;
            exchange.sendResponseHeaders(answer.statusCode(), none ? -1 : answer.body().length);
            if (!none) {
                exchange.getResponseBody().write(answer.body());
            }
            exchange.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
