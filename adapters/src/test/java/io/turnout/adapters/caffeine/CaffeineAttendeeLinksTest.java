package io.turnout.adapters.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.KeptLink;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Which links are asked for again.
class CaffeineAttendeeLinksTest {
    private static final OrgId ORG = new OrgId("00D000000000001");
    private static final EventId FAIR = new EventId("a01000000000001");
    private static final SealedLink LINK =
            new SealedLink(
                    LinkId.of(FAIR, "a"),
                    new Reference("a"),
                    FAIR,
                    1,
                    new Sealed(new byte[0], new byte[0]),
                    new byte[0]);

    private final Counted counted = new Counted();
    private final AttendeeLinks links = new CaffeineAttendeeLinks(counted);

    private static final class Counted implements AttendeeLinks {
        private final Map<LinkId, KeptLink> kept = new HashMap<>();
        private final List<LinkId> asked = new ArrayList<>();

        @Override
        public Keeping keep(OrgId org, Collection<SealedLink> more) {
            more.forEach(link -> kept.put(link.id(), new KeptLink(link, List.of())));
            return Keeping.KEPT;
        }

        @Override
        public Optional<KeptLink> find(OrgId org, LinkId id) {
            asked.add(id);
            return Optional.ofNullable(kept.get(id));
        }
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            var _ = links.find(ORG, LINK.id());
        }
    }

    @Test
    void a_link_that_nobody_used_is_asked_for_once() {
        var _ = links.keep(ORG, List.of(LINK));

        look(5);

        assertThat(counted.asked).hasSize(1);
        assertThat(links.find(ORG, LINK.id())).contains(new KeptLink(LINK, List.of()));
        assertThat(links.find(new OrgId("00D000000000002"), LINK.id())).isPresent();
        assertThat(counted.asked).hasSize(2);
    }

    @Test
    void one_that_is_kept_anew_is_asked_for_anew() {
        var _ = links.keep(ORG, List.of(LINK));
        look(2);

        var _ = links.keep(ORG, List.of(LINK));
        look(2);

        assertThat(counted.asked).hasSize(2);
    }

    @Test
    void what_was_used_or_is_not_there_is_asked_for_each_time() {
        look(2);
        counted.kept.put(
                LINK.id(), new KeptLink(LINK, List.of(new RegistrationId(UUID.randomUUID()))));

        look(3);

        assertThat(counted.asked).hasSize(5);
    }
}
