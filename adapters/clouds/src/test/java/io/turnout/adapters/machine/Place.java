package io.turnout.adapters.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that may be gone for a while, as a disk may.
final class Place {
    private final Path here;
    private final Path elsewhere;

    Place(Path folder) {
        here = folder.resolve("place");
        elsewhere = folder.resolve("elsewhere");
        try {
            var _ = Files.createDirectories(here);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Path file(String name) {
        return here.resolve(name);
    }

    void takeAway() {
        move(here, elsewhere);
    }

    void bringBack() {
        move(elsewhere, here);
    }

    private static void move(Path from, Path to) {
        try {
            var _ = Files.move(from, to);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
