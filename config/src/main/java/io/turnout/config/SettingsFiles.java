package io.turnout.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/// Files that settings point to. What is wrong with one is told by its name, never its content.
final class SettingsFiles {
    private SettingsFiles() {}

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }

    static byte[] base64(Path file) {
        try {
            return Base64.getDecoder().decode(text(file).strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no key in Base64: " + file, e);
        }
    }
}
