package io.turnout.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One request as the simulator sees it. `_HttpMethod` has been obeyed, the body is unpacked, a
/// trailing slash is gone, and header names have no case.
public final class Exchange {
    private final String method;
    private final String path;
    private final String rawQuery;
    private final URI base;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    /// The first line of a request, and the address it was sent to.
    public record Line(String method, String path, String query, URI base) {}

    public Exchange(Line line, Map<String, String> headers, byte[] body) {
        this.path = line.path();
        this.rawQuery = line.query();
        this.base = line.base();
        this.headers.putAll(headers);
        this.body = body;
        boolean post = line.method().equals("POST");
        this.method =
                (post ? parameter("_HttpMethod").orElse("POST") : line.method())
                        .toUpperCase(Locale.ROOT);
    }

    /// The same caller asking for something else, as a part of a composite request does; `own` are
    /// the headers of the part.
    public Exchange part(
            String partMethod, String partUrl, Map<String, String> own, byte[] partBody) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.remove("If-Modified-Since");
        all.putAll(own);
        int mark = partUrl.indexOf('?');
        String partPath = mark < 0 ? partUrl : partUrl.substring(0, mark);
        String partQuery = mark < 0 ? "" : partUrl.substring(mark + 1);
        return new Exchange(new Line(partMethod, partPath, partQuery, base), all, partBody);
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public String rawQuery() {
        return rawQuery;
    }

    /// The address the caller used, without a path: `http://127.0.0.1:8090`.
    public URI base() {
        return base;
    }

    public byte[] body() {
        return body;
    }

    public JsonNode json() {
        return Json.read(body);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// The path in decoded pieces, without empty ones.
    public List<String> segments() {
        return Arrays.stream(path.split("/", -1))
                .filter(piece -> !piece.isEmpty())
                .map(piece -> decode(piece.replace("+", "%2B")))
                .toList();
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(pairs(rawQuery).get(name));
    }

    public Map<String, String> parameters() {
        return pairs(rawQuery);
    }

    /// The fields of a posted form, and those of the query beside them.
    public Map<String, String> form() {
        Map<String, String> all = new LinkedHashMap<>(pairs(rawQuery));
        String type = header(Reply.TYPE).orElse("");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            all.putAll(pairs(new String(body, StandardCharsets.UTF_8)));
        }
        return all;
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        List<String> parts = new ArrayList<>(List.of(text.split("&", -1)));
        parts.removeIf(String::isEmpty);
        for (String part : parts) {
            int sign = part.indexOf('=');
            String name = sign < 0 ? part : part.substring(0, sign);
            var _ =
                    pairs.putIfAbsent(
                            decode(name), sign < 0 ? "" : decode(part.substring(sign + 1)));
        }
        return pairs;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
