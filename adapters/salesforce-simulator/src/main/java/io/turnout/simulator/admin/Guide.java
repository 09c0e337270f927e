package io.turnout.simulator.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The text of `GET /`: what the admin port can do, with an example of each body.
final class Guide {
    private Guide() {}

    static String text() {
        try (InputStream in =
                Objects.requireNonNull(Guide.class.getResourceAsStream("guide.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("guide.json cannot be read", e);
        }
    }
}
