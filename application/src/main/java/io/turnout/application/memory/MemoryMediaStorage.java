package io.turnout.application.memory;

import io.turnout.application.media.MediaStorage;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.media.Upload;
import io.turnout.domain.media.UploadTicket;
import io.turnout.domain.media.Variant;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Pictures nobody sees.
public final class MemoryMediaStorage implements MediaStorage {
    private static final Duration TICKET = Duration.ofMinutes(15);
    private final InstantSource clock;
    private final Set<MediaRef> stored = ConcurrentHashMap.newKeySet();

    public MemoryMediaStorage(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Answer<UploadTicket> uploadTicket(Upload upload) {
        return new Answer.Done<>(
                new UploadTicket(
                        "PUT",
                        publicUrl(upload.ref(), upload.variant()),
                        Map.of(),
                        Map.of(),
                        clock.instant().plus(TICKET)));
    }

    /// What a browser does with a ticket.
    public void bring(MediaRef ref) {
        stored.add(ref);
    }

    public boolean has(MediaRef ref) {
        return stored.contains(ref);
    }

    @Override
    public URI publicUrl(MediaRef ref, Optional<Variant> variant) {
        String size = variant.map(one -> "-" + one.width() + "x" + one.height()).orElse("");
        return URI.create(
                "https://media.invalid/" + ref.path() + size + "." + ref.type().extension());
    }

    @Override
    public Answer<MediaRef> delete(MediaRef ref) {
        stored.remove(ref);
        return new Answer.Done<>(ref);
    }

    @Override
    public Answer<OrgId> deleteAll(OrgId org) {
        stored.removeIf(ref -> ref.org().equals(org));
        return new Answer.Done<>(org);
    }
}
