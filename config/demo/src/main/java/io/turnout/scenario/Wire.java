package io.turnout.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// HTTP as a visitor's browser speaks it: connections are kept, and who is not answered gives up.
final class Wire implements AutoCloseable {
    /// A house lets 10,000 in at once, and a few from each address.
    private static final int LINES_MAX = 9_000;

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);
    private static final String JSON_TYPE = "application/json";
    static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Deque<Line>> idle = new ConcurrentHashMap<>();
    private final Semaphore lines = new Semaphore(LINES_MAX);
    private final Duration patience;
    private final Consumer<Reply> written;

    Wire() {
        this(USUAL_PATIENCE, _ -> {});
    }

    /// @param patience after how long without an answer whoever asks gives up
    /// @param written sees the answer to each who wants to write
    Wire(Duration patience, Consumer<Reply> written) {
        this.patience = patience;
        this.written = written;
    }

    /// An answer; the names of its headers are in lower case.
    record Reply(int status, String body, Map<String, String> headers) {
        /// Missing where the body is no JSON.
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException other) {
                return MissingNode.getInstance();
            }
        }
    }

    Reply get(URI address) {
        return get(address, Map.of());
    }

    Reply get(URI address, Map<String, String> headers) {
        return send(address, request("GET", address, headers, ""));
    }

    Reply post(URI address, String json, Map<String, String> headers) {
        return wrote(send(address, request("POST", address, typed(headers, JSON_TYPE), json)));
    }

    private Reply wrote(Reply reply) {
        written.accept(reply);
        return reply;
    }

    Reply form(URI address, String fields) {
        Map<String, String> typed = Map.of("Content-Type", "application/x-www-form-urlencoded");
        return send(address, request("POST", address, typed, fields));
    }

    Reply patch(URI address, String json, Map<String, String> headers) {
        return send(address, request("PATCH", address, typed(headers, JSON_TYPE), json));
    }

    Reply put(URI address, String content, String type) {
        return send(address, request("PUT", address, typed(Map.of(), type), content));
    }

    Reply delete(URI address) {
        return delete(address, Map.of());
    }

    Reply delete(URI address, Map<String, String> headers) {
        return wrote(send(address, request("DELETE", address, headers, "")));
    }

    private static Map<String, String> typed(Map<String, String> headers, String type) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Content-Type", type);
        return all;
    }

    private static byte[] request(
            String method, URI address, Map<String, String> headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(512);
        head.append(method).append(' ').append(address.getRawPath());
        if (address.getRawQuery() != null) {
            head.append('?').append(address.getRawQuery());
        }
        head.append(" HTTP/1.1\r\n");
        if (!headers.containsKey("Host")) {
            head.append("Host: ").append(address.getRawAuthority()).append("\r\n");
        }
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }

    private Reply send(URI address, byte[] request) {
        try {
            if (!lines.tryAcquire()) {
                throw new ConnectException(LINES_MAX + " connections wait for an answer");
            }
            try {
                return exchange(address, request);
            } finally {
                lines.release();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Reply exchange(URI address, byte[] request) throws IOException {
        Deque<Line> free =
                idle.computeIfAbsent(
                        address.getScheme() + address.getRawAuthority(),
                        _ -> new ConcurrentLinkedDeque<>());
        Line known = free.pollFirst();
        while (known != null && !known.isKept()) {
            known.close();
            known = free.pollFirst();
        }
        if (known != null) {
            try {
                return exchange(known, free, request);
            } catch (SocketTimeoutException slow) {
                throw slow;
            } catch (IOException broken) {
                // Closed while it was not used: whoever closed it has not seen the request.
                if (known.answered()) {
                    throw broken;
                }
            }
        }
        return exchange(Line.to(address, patience), free, request);
    }

    private static Reply exchange(Line line, Deque<Line> free, byte[] request) throws IOException {
        try {
            Reply reply = line.send(request);
            if (line.isKept()) {
                free.addFirst(line);
                forgetOldest(free);
            } else {
                line.close();
            }
            return reply;
        } catch (IOException | RuntimeException broken) {
            line.close();
            throw broken;
        }
    }

    /// What has not been used for long the server has closed by now, or will.
    private static void forgetOldest(Deque<Line> free) {
        Line oldest = free.peekLast();
        if (oldest != null && !oldest.isKept() && free.removeLastOccurrence(oldest)) {
            oldest.close();
        }
    }

    @Override
    public void close() {
        idle.values().forEach(free -> free.forEach(Line::close));
    }
}
