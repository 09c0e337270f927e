package io.turnout.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.turnout.adapters.http.wire.HopByHop;
import io.turnout.adapters.peer.HttpStackPeer;
import io.turnout.adapters.peer.PeerClient;
import io.turnout.application.relocation.StackPeer;
import io.turnout.domain.relocation.StackName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/// What stands before the stacks of a demo, as a network's edge that knows nothing of homes: it
/// sends each request to one of them by chance, and to another where that one is not reached. Pages
/// of those who run a stack are those of the first.
final class Front implements AutoCloseable {
    private static final List<String> OF_THE_FIRST = List.of("/operator", "/watch", "/break-it");
    private static final int BAD_GATEWAY = 502;
    private static final int CHUNK = 16_384;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int WAITING_MAX = 1_024;

    private final HttpServer server;
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();
    private final CloseableHttpClient client = PeerClient.open();
    private final List<StackPeer> stacks;

    private Front(HttpServer server, Map<String, Integer> ports) {
        this.server = server;
        this.stacks =
                ports.entrySet().stream()
                        .<StackPeer>map(
                                one ->
                                        new HttpStackPeer(
                                                new StackName(one.getKey()),
                                                URI.create("http://127.0.0.1:" + one.getValue()),
                                                client))
                        .toList();
    }

    /// @param ports of the stacks by their names, the first first
    static Front open(int port, Map<String, Integer> ports) {
        try {
            InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            Front front = new Front(HttpServer.create(here, WAITING_MAX), ports);
            front.server.setExecutor(front.carriers);
            var _ = front.server.createContext("/", front::carry);
            front.server.start();
            return front;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void carry(HttpExchange exchange) {
        try (exchange) {
            for (StackPeer stack : inTurn(exchange.getRequestURI().getRawPath())) {
                Optional<StackPeer.Reply> unanswered = carry(exchange, stack);
                if (unanswered.isEmpty()) {
                    return;
                }
                if (!(unanswered.get() instanceof StackPeer.Reply.NotReached)) {
                    break;
                }
            }
            exchange.sendResponseHeaders(BAD_GATEWAY, -1);
        } catch (IOException | UncheckedIOException gone) {
            // Whoever asked has left, or hears by the broken connection that the answer broke off.
        }
    }

    private List<StackPeer> inTurn(String path) {
        List<StackPeer> turn = new ArrayList<>(stacks);
        if (OF_THE_FIRST.stream().noneMatch(path::startsWith)) {
            Collections.shuffle(turn);
        }
        return turn;
    }

    private static Optional<StackPeer.Reply> carry(HttpExchange exchange, StackPeer stack) {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
        StackPeer.Message head =
                new StackPeer.Message(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        host.isEmpty() ? "localhost" : host,
                        going(exchange.getRequestHeaders()),
                        new byte[0]);
        StackPeer.Body body = new StackPeer.Body(exchange.getRequestBody(), length(exchange));
        return stack.stream(
                head,
                body,
                (status, headers, answer) -> {
                    going(headers).forEach(exchange.getResponseHeaders()::put);
                    boolean empty =
                            status == NO_CONTENT
                                    || status == NOT_MODIFIED
                                    || head.method().equals("HEAD");
                    exchange.sendResponseHeaders(status, empty ? -1 : 0);
                    if (!empty) {
                        pour(answer, exchange.getResponseBody());
                    }
                });
    }

    private static long length(HttpExchange exchange) {
        String told = exchange.getRequestHeaders().getFirst("Content-Length");
        if (told != null) {
            return Long.parseLong(told);
        }
        return exchange.getRequestHeaders().containsKey("Transfer-Encoding") ? -1 : 0;
    }

    private static Map<String, List<String>> going(Map<String, List<String>> headers) {
        Map<String, List<String>> going = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(
                (name, values) -> {
                    if (!HopByHop.isOne(name)) {
                        going.put(name, values);
                    }
                });
        return going;
    }

    /// Each piece at once: a page may wait for news on it.
    private static void pour(InputStream from, OutputStream to) throws IOException {
        byte[] bytes = new byte[CHUNK];
        for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            to.write(bytes, 0, read);
            to.flush();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        carriers.close();
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
