package io.turnout.application.memory;

import io.turnout.application.media.MediaStorage;
import io.turnout.application.media.MediaStorageContract;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.media.UploadTicket;
import java.time.Instant;
import java.util.Set;

class MemoryMediaStorageTest extends MediaStorageContract {
    private final MemoryMediaStorage media = new MemoryMediaStorage(() -> Instant.EPOCH);

    @Override
    protected MediaStorage media() {
        return media;
    }

    @Override
    protected boolean bring(UploadTicket ticket, MediaRef ref, byte[] content) {
        media.bring(ref);
        return true;
    }

    @Override
    protected boolean has(MediaRef ref) {
        return media.has(ref);
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of();
    }

    @Override
    protected void strike(Fault fault) {}

    @Override
    protected void heal() {}
}
