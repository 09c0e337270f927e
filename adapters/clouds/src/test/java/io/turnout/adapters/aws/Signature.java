package io.turnout.adapters.aws;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// AWS Signature Version 4, checked by what AWS documents and not by the SDK that signs: of a
/// request by its header, or of a URL that carries it.
final class Signature {
    static final String KEY = "AKIDTURNOUT";
    static final String SECRET = "not/a+secret";
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private Signature() {}

    static boolean isRight(HttpExchange exchange, byte[] body) {
        String query = exchange.getRequestURI().getRawQuery();
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        Map<String, String> parameters = parameters(query == null ? "" : query);
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, all) -> headers.put(lower(name), String.join(",", all).strip()));
        String path = exchange.getRequestURI().getRawPath();
        if (parameters.containsKey("X-Amz-Signature")) {
            return isRight(exchange.getRequestMethod(), path, parameters, headers);
        }
        if (header == null || !header.startsWith(ALGORITHM + " ")) {
            return false;
        }
        Map<String, String> said =
                Arrays.stream(header.substring(ALGORITHM.length() + 1).split(", *", -1))
                        .map(part -> part.split("=", 2))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        String hash = headers.getOrDefault("x-amz-content-sha256", hash(body));
        boolean isOfBody =
                hash.startsWith("UNSIGNED")
                        || hash.startsWith("STREAMING")
                        || hash.equals(hash(body));
        String canonical =
                canonical(
                        exchange.getRequestMethod(),
                        path,
                        parameters,
                        headers,
                        said.getOrDefault("SignedHeaders", ""),
                        hash);
        return isOfBody
                && sign(
                                canonical,
                                said.getOrDefault("Credential", ""),
                                headers.getOrDefault("x-amz-date", ""))
                        .equals(said.get("Signature"));
    }

    /// A URL that was signed: everything is in its query.
    static boolean isRight(
            String method,
            String path,
            Map<String, String> parameters,
            Map<String, String> headers) {
        Map<String, String> rest = new TreeMap<>(parameters);
        String signature = rest.remove("X-Amz-Signature");
        String hash =
                headers.containsKey("host") && parameters.containsKey("Action")
                        ? hash(new byte[0])
                        : "UNSIGNED-PAYLOAD";
        String canonical =
                canonical(
                        method,
                        path,
                        rest,
                        headers,
                        parameters.getOrDefault("X-Amz-SignedHeaders", ""),
                        hash);
        return sign(
                        canonical,
                        parameters.getOrDefault("X-Amz-Credential", ""),
                        parameters.getOrDefault("X-Amz-Date", ""))
                .equals(signature);
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> all = new TreeMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            all.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return all;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String canonical(
            String method,
            String path,
            Map<String, String> parameters,
            Map<String, String> headers,
            String signed,
            String hash) {
        String query =
                parameters.entrySet().stream()
                        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                        .sorted()
                        .collect(Collectors.joining("&"));
        List<String> names = List.of(signed.split(";", -1));
        String lines =
                names.stream()
                        .map(name -> name + ":" + headers.getOrDefault(name, "") + "\n")
                        .collect(Collectors.joining());
        return String.join("\n", method, path.isEmpty() ? "/" : path, query, lines, signed, hash);
    }

    /// @param credential key, day, region, service, and the word that ends it
    private static String sign(String canonical, String credential, String date) {
        String scope = credential.substring(credential.indexOf('/') + 1);
        if (!credential.startsWith(KEY + "/")) {
            return "";
        }
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = mac(key, part);
        }
        String text = String.join("\n", ALGORITHM, date, scope, hash(bytes(canonical)));
        return HexFormat.of().formatHex(mac(key, text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
