package io.turnout.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/// Files that settings point to. What is wrong with one is told by its name, never its content.
final class SettingsFiles {
    private static final YAMLMapper YAML = new YAMLMapper();

    private SettingsFiles() {}

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }

    /// What stands there, or in the JSON or YAML file whose path stands there.
    static JsonNode inlineOrFile(JsonNode given) {
        if (!given.isTextual()) {
            return given;
        }
        Path file = Path.of(given.asText());
        try {
            return YAML.readTree(text(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("neither JSON nor YAML: " + file, e);
        }
    }

    static byte[] base64(Path file) {
        String text = text(file).strip();
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no key in Base64: " + file, e);
        }
    }
}
