package io.turnout.application.memory;

import io.turnout.application.registration.IdSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Ids that count from one, so that a test knows them beforehand.
public final class MemoryIdSource implements IdSource {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong last = new AtomicLong();

    @Override
    public UUID next() {
        return new UUID(VERSION_7, VARIANT | last.incrementAndGet());
    }
}
