package io.turnout.adapters.machine;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The roll of this machine, as a file.
final class RollFile {
    private static final JsonMapper JSON = new JsonMapper();

    private final LockedFile file;

    RollFile(Path file) {
        this.file = new LockedFile(file);
    }

    interface Work {
        Roll on(Roll now) throws IOException;
    }

    Roll change(Work work) throws IOException {
        return file.locked(
                path -> {
                    Roll now =
                            Files.exists(path)
                                    ? JSON.readValue(Files.readAllBytes(path), Roll.class)
                                    : new Roll(0, List.of());
                    Roll next = work.on(now);
                    file.replace(JSON.writeValueAsBytes(next));
                    return next;
                });
    }
}
