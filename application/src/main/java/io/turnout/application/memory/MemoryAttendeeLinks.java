package io.turnout.application.memory;

import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.KeptLink;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

/// Links in memory, where every org is at home.
public final class MemoryAttendeeLinks implements AttendeeLinks {
    private final MemoryStore store;
    private final InstantSource clock;

    MemoryAttendeeLinks(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Keeping keep(OrgId org, Collection<SealedLink> links) {
        if (links.size() > KEEP_MAX) {
            throw new IllegalArgumentException(links.size() + " links at once");
        }
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            for (SealedLink link : links) {
                tables.links.put(link.id(), link);
                var _ = tables.uploaded.remove(link.id());
                var _ = tables.linksKept.put(link.id(), clock.instant());
            }
            return Keeping.KEPT;
        }
    }

    @Override
    public Optional<KeptLink> find(OrgId org, LinkId id) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            return Optional.ofNullable(tables.links.get(id))
                    .map(link -> new KeptLink(link, tables.registrations(id)));
        }
    }
}
