package io.turnout.application.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.publishing.Refreshes.Cause;
import io.turnout.application.publishing.Refreshes.Refresh;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.publishing.Publication;
import io.turnout.domain.publishing.Pulled;
import io.turnout.domain.publishing.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is promised of pulling events again.
public abstract class RefreshesContract {
    private static final Instant END = Instant.parse("2100-01-01T12:00:00Z");

    private Storage storage;
    private Refreshes refreshes;
    private Fair fair;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        refreshes = storage.refreshes();
        fair = Fair.of(storage, 6);
        settleAll();
    }

    /// Others may have left something over.
    private void settleAll() {
        storage.elapse(Duration.ofHours(1));
        for (Optional<Refresh> left = refreshes.take(); left.isPresent(); left = refreshes.take()) {
            Refresh refresh = left.get();
            withdraw(refresh);
        }
    }

    private void withdraw(Refresh refresh) {
        for (EventId event : refresh.ids()) {
            boolean _ = refreshes.settle(refresh, new Pulled.Withdrawn(event));
        }
    }

    private int want(Cause cause) {
        return refreshes.want(fair.org(), List.of(fair.event()), cause);
    }

    private Refresh take() {
        return refreshes.take().orElseThrow();
    }

    private Pulled edition(int edition) {
        Event event = fair.event(edition, EventStatus.PUBLISHED, END);
        Map<RoomId, Seats> seats =
                Map.of(
                        fair.hall(), Fair.seats(6),
                        RoomId.of(fair.ticket()), Fair.UNCOUNTED,
                        RoomId.of(fair.vip()), Fair.UNCOUNTED,
                        RoomId.of(fair.workshop()), Fair.UNCOUNTED);
        return new Pulled.Published(new Publication(event, seats));
    }

    private EventPage page() {
        return storage.pages().find(fair.org(), fair.event()).orElseThrow();
    }

    @Test
    void what_is_wanted_is_taken_after_a_moment_and_what_was_pulled_is_shown() {
        long before = page().version();
        assertThat(want(Cause.NUDGE)).isEqualTo(1);
        assertThat(refreshes.take()).isEmpty();

        storage.elapse(Refreshes.LINGER);
        Refresh refresh = take();

        assertThat(refresh.org()).isEqualTo(fair.org());
        assertThat(refresh.ids()).containsExactly(fair.event());
        assertThat(page().event().name()).isEqualTo("Fair of 1");
        assertThat(refreshes.settle(refresh, edition(2))).isTrue();
        assertThat(page().event().name()).isEqualTo("Fair of 2");
        assertThat(page().version()).isEqualTo(before + 1);
        storage.elapse(Duration.ofHours(1));
        assertThat(refreshes.take()).isEmpty();
    }

    @Test
    void a_burst_of_wishes_is_one_pull() {
        List<Integer> fresh =
                Race.of(
                        100,
                        _ ->
                                storage.refreshes()
                                        .want(fair.org(), List.of(fair.event()), Cause.NUDGE));
        assertThat(fresh.stream().mapToInt(one -> one).sum()).isEqualTo(1);
        storage.elapse(Refreshes.LINGER);

        List<Optional<Refresh>> taken = Race.of(20, _ -> storage.refreshes().take());
        assertThat(taken.stream().flatMap(Optional::stream)).hasSize(1);
        Refresh refresh = taken.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        assertThat(refreshes.settle(refresh, edition(2))).isTrue();

        storage.elapse(Duration.ofHours(1));
        assertThat(refreshes.take()).isEmpty();
    }

    @Test
    void wishes_that_come_while_it_is_pulled_are_one_more_pull_a_second_after_the_first_began() {
        int _ = want(Cause.NUDGE);
        storage.elapse(Refreshes.LINGER);
        Refresh first = take();
        List<Integer> fresh = Race.of(50, _ -> want(Cause.NUDGE));
        assertThat(fresh).containsOnly(0);
        assertThat(refreshes.take()).isEmpty();

        assertThat(refreshes.settle(first, edition(2))).isTrue();
        storage.elapse(Refreshes.SPACING.dividedBy(2));
        assertThat(refreshes.take()).isEmpty();
        storage.elapse(Refreshes.SPACING.dividedBy(2));

        Refresh second = take();
        assertThat(refreshes.settle(second, edition(3))).isTrue();
        assertThat(page().event().name()).isEqualTo("Fair of 3");
        storage.elapse(Duration.ofHours(1));
        assertThat(refreshes.take()).isEmpty();
    }

    @Test
    void a_slow_pull_that_lost_its_lease_changes_nothing_any_more() {
        int _ = want(Cause.NUDGE);
        storage.elapse(Refreshes.LINGER);
        Refresh slow = take();
        storage.elapse(Refreshes.LEASE);
        Refresh quick = take();
        assertThat(refreshes.settle(quick, edition(3))).isTrue();
        long version = page().version();

        assertThat(refreshes.settle(slow, edition(2))).isFalse();

        assertThat(page().event().name()).isEqualTo("Fair of 3");
        assertThat(page().version()).isEqualTo(version);
    }

    @Test
    void what_is_gone_is_shown_no_longer() {
        int _ = want(Cause.NUDGE);
        storage.elapse(Refreshes.LINGER);

        assertThat(refreshes.settle(take(), new Pulled.Withdrawn(fair.event()))).isTrue();

        assertThat(storage.pages().find(fair.org(), fair.event())).isEmpty();
    }

    @Test
    void what_makes_no_event_is_told_and_what_was_shown_stays() {
        Trouble trouble = new Trouble("it ends before it starts", List.of("Ends_At__c"));
        int _ = want(Cause.NUDGE);
        storage.elapse(Refreshes.LINGER);
        assertThat(refreshes.settle(take(), new Pulled.Unfit(fair.event(), trouble))).isTrue();

        assertThat(page().event().name()).isEqualTo("Fair of 1");
        assertThat(refreshes.troubled(fair.org(), List.of(fair.event(), Ids.event())))
                .isEqualTo(Set.of(fair.event()));
        assertThat(refreshes.look(fair.org(), 10).getFirst().trouble()).contains(trouble);

        storage.elapse(Refreshes.SPACING);
        int _ = want(Cause.NUDGE);
        storage.elapse(Refreshes.LINGER);
        assertThat(refreshes.settle(take(), edition(2))).isTrue();
        assertThat(refreshes.troubled(fair.org(), List.of(fair.event()))).isEmpty();
        assertThat(refreshes.look(fair.org(), 10).getFirst().trouble()).isEmpty();
    }

    @Test
    void what_could_not_be_asked_is_asked_again_later_and_later() {
        int _ = want(Cause.NUDGE);
        storage.elapse(Refreshes.LINGER);
        refreshes.postpone(take(), "away");

        assertThat(refreshes.take()).isEmpty();
        assertThat(refreshes.look(fair.org(), 10))
                .singleElement()
                .satisfies(
                        view -> {
                            assertThat(view.failure()).contains("away");
                            assertThat(view.pending()).isTrue();
                            assertThat(view.shown()).isTrue();
                        });
        storage.elapse(Duration.ofSeconds(2));
        refreshes.postpone(take(), "away");
        storage.elapse(Duration.ofSeconds(1));
        assertThat(refreshes.take()).isEmpty();
        storage.elapse(Duration.ofSeconds(3));
        assertThat(refreshes.settle(take(), edition(2))).isTrue();
        assertThat(refreshes.look(fair.org(), 10).getFirst().failure()).isEmpty();
    }

    @Test
    void whoever_waits_goes_before_those_who_only_look() {
        List<EventId> many = Stream.generate(Ids::event).limit(50).toList();
        int _ = refreshes.want(fair.org(), many, Cause.SWEEP);
        storage.elapse(Duration.ofSeconds(5));
        Refresh sweep = take();
        assertThat(sweep.events()).hasSize(OrgCatalog.EVENTS_MAX);
        assertThat(refreshes.take()).isEmpty();
        int _ = want(Cause.NUDGE);
        storage.elapse(Refreshes.LINGER);

        assertThat(take().ids()).contains(fair.event());
    }

    @Test
    void orgs_take_turns() {
        Fair other = Fair.of(storage, 6);
        int _ =
                refreshes.want(
                        fair.org(), Stream.generate(Ids::event).limit(50).toList(), Cause.SWEEP);
        int _ = refreshes.want(other.org(), List.of(other.event()), Cause.SWEEP);
        storage.elapse(Refreshes.LINGER);

        Refresh first = take();
        withdraw(first);
        Refresh second = take();

        assertThat(List.of(first.org(), second.org()))
                .containsExactlyInAnyOrder(fair.org(), other.org());
    }

    @Test
    void all_that_is_shown_can_be_wanted_at_once() {
        Fair second = fair.second(6);
        Fair withdrawn = fair.second(6);
        withdrawn.withdraw();

        refreshes.wantKept(fair.org());
        storage.elapse(Refreshes.LINGER);

        assertThat(take().ids()).containsExactlyInAnyOrder(fair.event(), second.event());
    }

    @Test
    void versions_never_go_back_however_pulls_meet() {
        List<Long> versions =
                Race.of(
                        16,
                        i -> {
                            int _ = want(Cause.NUDGE);
                            storage.refreshes()
                                    .take()
                                    .ifPresent(
                                            mine -> {
                                                boolean _ =
                                                        storage.refreshes()
                                                                .settle(mine, edition(100 + i));
                                            });
                            long before = page().version();
                            long after = page().version();
                            assertThat(after).isGreaterThanOrEqualTo(before);
                            return after;
                        });

        assertThat(versions).hasSize(16);
    }
}
