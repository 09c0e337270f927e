package io.turnout.adapters.redis;

import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.KeptLink;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Links as tables have them, each with one who came by it, and how often they were asked for.
final class CountedLinks implements AttendeeLinks {
    final Map<LinkId, KeptLink> kept = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    volatile Runnable reading = () -> {};

    @Override
    public Keeping keep(OrgId org, Collection<SealedLink> more) {
        more.forEach(
                link ->
                        kept.put(
                                link.id(),
                                new KeptLink(link, List.of(new RegistrationId(new UUID(1, 2))))));
        return Keeping.KEPT;
    }

    @Override
    public Optional<KeptLink> find(OrgId org, LinkId id) {
        int _ = asked.incrementAndGet();
        Optional<KeptLink> found = Optional.ofNullable(kept.get(id));
        reading.run();
        return found;
    }
}
