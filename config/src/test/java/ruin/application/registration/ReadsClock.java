package ruin.application.registration;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/// Wall 6 falls: the same question gets another answer every time.
public record ReadsClock(Instant now, Supplier<UUID> next) {
    public static ReadsClock start() {
        return new ReadsClock(Instant.now(), UUID::randomUUID);
    }
}
