package io.turnout.simulator.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.simulator.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A JWT as clients send it: some pad their base64, some write `exp` as text, some leave `typ` out.
final class Assertion {
    private final JsonNode header;
    private final JsonNode claims;
    private final byte[] signed;
    private final byte[] signature;

    private Assertion(List<String> parts) throws IOException {
        this.header = Json.MAPPER.readTree(decode(parts.get(0)));
        this.claims = Json.MAPPER.readTree(decode(parts.get(1)));
        this.signed = (parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII);
        this.signature = decode(parts.get(2));
    }

    static Optional<Assertion> parse(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        if (parts.size() != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Assertion(parts));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    String claim(String name) {
        return claims.path(name).asText("");
    }

    /// The moment it ends in epoch seconds, from a number or from text; 0 when it says nothing.
    long expires() {
        return claims.path("exp").asLong(0);
    }

    boolean signedBy(RSAPublicKey key) {
        if (!header.path("alg").asText("").equals("RS256")) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
