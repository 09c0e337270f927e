package io.turnout.adapters.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.turnout.application.delivery.OrgRecordsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A server that says what the simulator never would. It grants every login, unless told
/// otherwise, and notes what it was asked.
final class RawSalesforce implements AutoCloseable {
    record Asked(String method, String path, String token, String options, String body) {}

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private HttpHandler login = exchange -> answer(exchange, 200, granted(uri().toString()));
    private HttpHandler data = exchange -> answer(exchange, 200, "[]");

    RawSalesforce() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/services/oauth2/token", exchange -> login.handle(exchange));
        server.createContext("/", this::note);
        server.start();
    }

    private void note(HttpExchange exchange) throws IOException {
        asked.add(
                new Asked(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        header(exchange, "Authorization"),
                        header(exchange, "Sforce-Call-Options"),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        data.handle(exchange);
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /// A login of ACME that is to call this instance.
    String granted(String instance) {
        return """
        {"access_token":"secret-token","instance_url":"%s","token_type":"Bearer",
         "id":"https://login.salesforce.com/id/%s/005000000000001AAA"}
        """
                .formatted(instance, OrgRecordsContract.ACME);
    }

    void onLogin(HttpHandler handler) {
        login = handler;
    }

    void onData(HttpHandler handler) {
        data = handler;
    }

    void onData(int status, String body) {
        data = exchange -> answer(exchange, status, body);
    }

    List<Asked> asked() {
        return asked;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    SalesforceConnections connections() {
        return SalesforceConnections.fixed(
                List.of(
                        TestConnections.to(
                                OrgRecordsContract.ACME,
                                uri(),
                                (RSAPrivateKey) TestKeys.OURS.getPrivate())));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
