package io.turnout.adapters.heroku;

import com.sun.net.httpserver.HttpExchange;
import io.turnout.application.cloud.CloudContract.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Cloudinary's API for one cloud, as its guides describe it: what is uploaded or destroyed must be
/// signed within the hour; the rest asks for the key and the secret.
final class CloudinaryFake implements AutoCloseable {
    static final String KEY = "1234";
    static final String SECRET = "a-secret";
    static final String CLOUD = "turnout";
    private static final Set<String> UNSIGNED =
            Set.of("api_key", "file", "signature", "signature_algorithm");
    private static final long HOUR = 3_600;

    final Set<String> stored = new ConcurrentSkipListSet<>();
    private final LoopbackServer server;
    volatile @Nullable Fault fault;

    CloudinaryFake() {
        server = new LoopbackServer(this::answer);
    }

    URI url() {
        return server.url();
    }

    private record Reply(int status, String body) {}

    private void answer(HttpExchange exchange) throws IOException {
        Reply reply =
                switch (fault) {
                    case DENIED -> new Reply(401, "{}");
                    case THROTTLED -> new Reply(420, "{}");
                    case UNKNOWN -> new Reply(404, "{}");
                    case UNREACHABLE -> hang();
                    case null -> reply(exchange);
                };
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Reply hang() {
        server.hang();
        return new Reply(503, "{}");
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod() + " " + path) {
            case "POST /v1_1/turnout/image/upload" -> upload(fields(form));
            case "POST /v1_1/turnout/image/destroy" -> destroy(fields(form));
            case "DELETE /v1_1/turnout/resources/image/upload" -> deleteAll(exchange);
            default -> new Reply(404, "{}");
        };
    }

    private Reply upload(Map<String, String> fields) {
        if (!isSigned(fields)) {
            return new Reply(401, "{\"error\":{\"message\":\"Invalid Signature\"}}");
        }
        stored.add(fields.getOrDefault("public_id", ""));
        return new Reply(200, "{}");
    }

    private Reply destroy(Map<String, String> fields) {
        if (!isSigned(fields)) {
            return new Reply(401, "{}");
        }
        boolean was = stored.remove(fields.getOrDefault("public_id", ""));
        return new Reply(200, was ? "{\"result\":\"ok\"}" : "{\"result\":\"not found\"}");
    }

    /// One at a time, to be asked again.
    private Reply deleteAll(HttpExchange exchange) {
        String login =
                Base64.getEncoder()
                        .encodeToString((KEY + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Reply(401, "{}");
        }
        String prefix = fields(exchange.getRequestURI().getRawQuery()).getOrDefault("prefix", "");
        var found = new TreeSet<>(stored.stream().filter(one -> one.startsWith(prefix)).toList());
        if (!found.isEmpty()) {
            stored.remove(found.first());
        }
        return new Reply(200, "{\"deleted\": {}, \"partial\": " + (found.size() > 1) + "}");
    }

    static Map<String, String> fields(String form) {
        Map<String, String> all = new TreeMap<>();
        Arrays.stream(form.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(
                        pair ->
                                all.put(
                                        pair[0],
                                        URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return all;
    }

    private static boolean isSigned(Map<String, String> fields) {
        String text =
                fields.entrySet().stream()
                        .filter(one -> !UNSIGNED.contains(one.getKey()))
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&"));
        long age =
                Instant.now().getEpochSecond()
                        - Long.parseLong(fields.getOrDefault("timestamp", "0"));
        return age < HOUR
                && KEY.equals(fields.get("api_key"))
                && sha256(text + SECRET).equals(fields.get("signature"));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
