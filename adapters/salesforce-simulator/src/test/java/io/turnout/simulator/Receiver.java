package io.turnout.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// Somebody who is told of changes, and keeps what was said until it is asked for.
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private volatile int status = 202;

    /// One request as it came in.
    record Message(String path, UnaryOperator<String> header, String body) {
        JsonNode json() {
            try {
                return Client.JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            UnaryOperator<String> header =
                    name -> String.valueOf(exchange.getRequestHeaders().getFirst(name));
            messages.add(new Message(exchange.getRequestURI().getPath(), header, body));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    void answer(int other) {
        status = other;
    }

    /// The next message; waits for it when it is still on its way.
    Message next() throws InterruptedException {
        Message message = messages.poll(10, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nobody said anything for ten seconds");
        }
        return message;
    }

    int waiting() {
        return messages.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
