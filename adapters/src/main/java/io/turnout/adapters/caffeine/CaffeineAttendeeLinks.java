package io.turnout.adapters.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.KeptLink;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/// Links in process, sealed as they are, for ten seconds: mail is scanned and opened by several at
/// once, and mostly before anybody registers. One that somebody came by is read afresh each time,
/// since what became of them may change; one that is not there too, since it may come.
public final class CaffeineAttendeeLinks implements AttendeeLinks {
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final int LINKS = 50_000;

    private record Key(OrgId org, LinkId link) {}

    private final AttendeeLinks inner;
    private final Cache<Key, KeptLink> links =
            Caffeine.newBuilder().maximumSize(LINKS).expireAfterWrite(LIFE).build();

    public CaffeineAttendeeLinks(AttendeeLinks inner) {
        this.inner = inner;
    }

    @Override
    public Keeping keep(OrgId org, Collection<SealedLink> more) {
        Keeping keeping = inner.keep(org, more);
        more.forEach(link -> links.invalidate(new Key(org, link.id())));
        return keeping;
    }

    @Override
    public Optional<KeptLink> find(OrgId org, LinkId id) {
        Key key = new Key(org, id);
        KeptLink known = links.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<KeptLink> found = inner.find(org, id);
        found.filter(link -> link.registrations().isEmpty())
                .ifPresent(link -> links.put(key, link));
        return found;
    }
}
