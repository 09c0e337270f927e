package io.turnout.adapters.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.turnout.application.relocation.StackPeer;
import io.turnout.application.relocation.StackPeer.Message;
import io.turnout.application.relocation.StackPeer.Reply;
import io.turnout.application.relocation.StackPeerContract;
import io.turnout.domain.relocation.StackName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.function.Function;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class HttpStackPeerTest extends StackPeerContract {
    private final CloseableHttpClient client = PeerClient.open();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        client.close();
    }

    private StackPeer at(int port) {
        return new HttpStackPeer(
                new StackName("there"), URI.create("http://127.0.0.1:" + port), client);
    }

    @Override
    protected StackPeer peer(Function<Message, Reply.Answered> there) {
        var _ =
                server.createContext(
                        "/", exchange -> answer(exchange, there.apply(message(exchange))));
        return at(server.getAddress().getPort());
    }

    private static Message message(HttpExchange exchange) throws IOException {
        return new Message(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Host"),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
    }

    private static void answer(HttpExchange exchange, Reply.Answered answer) throws IOException {
        answer.headers()
                .forEach(
                        (name, values) ->
                                values.forEach(
                                        one -> exchange.getResponseHeaders().add(name, one)));
        int length = answer.body().length;
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    @Override
    protected StackPeer nobody() {
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return at(gone.getLocalPort());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    protected StackPeer mute() {
        var _ = server.createContext("/", HttpExchange::close);
        return at(server.getAddress().getPort());
    }
}
