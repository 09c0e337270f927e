package io.turnout.adapters.caffeine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.KeptLink;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.contract.Race;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which links are asked for again, and when.
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
    private final AtomicLong now = new AtomicLong();
    private final CaffeineAttendeeLinks links = new CaffeineAttendeeLinks(counted, now::get);

    private static final class Counted implements AttendeeLinks {
        private final Map<LinkId, KeptLink> kept = new HashMap<>();
        private final List<LinkId> asked = new ArrayList<>();
        private Runnable reading = () -> {};

        @Override
        public Keeping keep(OrgId org, Collection<SealedLink> more) {
            more.forEach(link -> kept.put(link.id(), new KeptLink(link, List.of())));
            return Keeping.KEPT;
        }

        @Override
        public Optional<KeptLink> find(OrgId org, LinkId id) {
            asked.add(id);
            Optional<KeptLink> found = Optional.ofNullable(kept.get(id));
            reading.run();
            return found;
        }
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            var _ = links.find(ORG, LINK.id());
        }
    }

    private void pass(Duration time) {
        var _ = now.addAndGet(time.toNanos());
    }

    @BeforeEach
    void hear() {
        links.heardUntil(now.get());
    }

    @Test
    void a_link_is_asked_for_once_in_ten_minutes() {
        var _ = links.keep(ORG, List.of(LINK));

        look(5);

        assertThat(counted.asked).hasSize(1);
        assertThat(links.find(ORG, LINK.id())).contains(new KeptLink(LINK, List.of()));
        assertThat(links.find(new OrgId("00D000000000002"), LINK.id())).isPresent();
        assertThat(counted.asked).hasSize(2);
        pass(Duration.ofMinutes(9));
        hear();
        look(1);
        assertThat(counted.asked).hasSize(2);
        pass(Duration.ofMinutes(1));
        hear();
        look(1);
        assertThat(counted.asked).hasSize(3);
    }

    @Test
    void one_that_is_kept_anew_or_changed_elsewhere_is_asked_for_anew() {
        var _ = links.keep(ORG, List.of(LINK));
        look(2);

        var _ = links.keep(ORG, List.of(LINK));
        look(2);
        links.forget(ORG, LINK.id());
        look(2);
        links.forgetAll();
        look(2);

        assertThat(counted.asked).hasSize(4);
    }

    @Test
    void one_that_is_not_there_may_come_and_is_asked_for_every_second() {
        look(2);
        assertThat(counted.asked).hasSize(1);
        counted.kept.put(LINK.id(), new KeptLink(LINK, List.of()));

        pass(Duration.ofSeconds(1));
        hear();

        assertThat(links.find(ORG, LINK.id())).isPresent();
    }

    @Test
    void whoever_hears_nothing_asks_every_second_until_all_is_heard_again() {
        var _ = links.keep(ORG, List.of(LINK));
        look(2);
        counted.kept.clear();
        pass(Duration.ofMillis(3_999));
        assertThat(links.find(ORG, LINK.id())).isPresent();

        pass(Duration.ofMillis(1));

        assertThat(links.find(ORG, LINK.id())).isEmpty();
        look(5);
        assertThat(counted.asked).hasSize(2);
        pass(Duration.ofSeconds(1));
        look(5);
        assertThat(counted.asked).hasSize(3);
        links.forgetAll();
        hear();
        look(5);
        assertThat(counted.asked).hasSize(4);
    }

    @Test
    void whoever_knows_that_it_was_cut_off_asks_at_once() {
        var _ = links.keep(ORG, List.of(LINK));
        look(2);

        links.unheard();
        look(2);

        assertThat(counted.asked).hasSize(2);
    }

    @Test
    void what_changes_while_it_is_read_is_not_remembered_as_it_was() {
        var _ = links.keep(ORG, List.of(LINK));
        for (Runnable change :
                List.<Runnable>of(() -> links.forget(ORG, LINK.id()), links::forgetAll)) {
            counted.kept.put(LINK.id(), new KeptLink(LINK, List.of()));
            counted.reading =
                    () -> {
                        counted.kept.clear();
                        change.run();
                    };
            look(1);

            counted.reading = () -> {};

            assertThat(links.find(ORG, LINK.id())).isEmpty();
            links.forgetAll();
        }
    }

    @Test
    void of_many_who_miss_it_at_once_one_asks() {
        var _ = links.keep(ORG, List.of(LINK));
        CountDownLatch asking = new CountDownLatch(20);
        counted.reading = () -> await(asking);

        List<Boolean> found =
                Race.of(
                        20,
                        _ -> {
                            asking.countDown();
                            return links.find(ORG, LINK.id()).isPresent();
                        });

        assertThat(found).hasSize(20).containsOnly(true);
        assertThat(counted.asked).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void a_storage_that_fails_is_asked_again_by_the_next() {
        var _ = links.keep(ORG, List.of(LINK));
        counted.reading =
                () -> {
                    throw new IllegalStateException("away");
                };
        assertThatThrownBy(() -> look(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("away");

        counted.reading = () -> {};

        assertThat(links.find(ORG, LINK.id())).isPresent();
    }
}
