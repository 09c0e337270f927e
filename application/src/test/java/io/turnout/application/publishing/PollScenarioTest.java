package io.turnout.application.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.DeliveryRules;
import io.turnout.application.InboundUseCases;
import io.turnout.application.UseCases;
import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryOrgCatalog;
import io.turnout.application.memory.MemoryStorage;
import io.turnout.application.nudging.Nudge;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.publishing.ChangedRow;
import io.turnout.domain.publishing.PollRule;
import io.turnout.domain.publishing.Publication;
import io.turnout.domain.publishing.Pulled;
import io.turnout.domain.publishing.Trouble;
import io.turnout.domain.registration.Decision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An organiser works in Salesforce, and the house finds out, told or untold.
class PollScenarioTest {
    private static final Instant END = Instant.parse("2100-01-01T12:00:00Z");

    private final MemoryStorage storage = new MemoryStorage();
    private final Fair fair = Fair.of(storage, 6);
    private final MemoryOrgCatalog salesforce = storage.memory().inbound().catalog();
    private final InboundUseCases house =
            UseCases.over(storage.memory().ports(), DeliveryRules.USUAL).inbound();
    private Instant there = MemoryStorage.NOON;

    @BeforeEach
    void open() {
        storage.callBudget(BudgetRule.USUAL)
                .heard(fair.org(), new CallUsage(0, 1_000_000, Instant.EPOCH));
        salesforce.put(fair.org(), edition(1, 6));
        house.watchCatalog().watch(fair.org());
        settle();
    }

    private Pulled edition(int edition, int hall) {
        Event event = fair.event(edition, EventStatus.PUBLISHED, END);
        Map<RoomId, Seats> seats =
                Map.of(
                        fair.hall(), Fair.seats(hall),
                        RoomId.of(fair.ticket()), Fair.UNCOUNTED,
                        RoomId.of(fair.vip()), Fair.UNCOUNTED,
                        RoomId.of(fair.workshop()), Fair.UNCOUNTED);
        return new Pulled.Published(new Publication(event, seats));
    }

    /// Everything that is due is done, and time goes on until nothing is.
    private void settle() {
        for (int i = 0; i < 3; i++) {
            storage.elapse(Duration.ofSeconds(67));
            while (house.pollCatalogs().poll()) {
                // The next org.
            }
            storage.elapse(Duration.ofSeconds(2));
            while (house.refreshEvents().refresh()) {
                // The next lot.
            }
        }
    }

    private void write(ChangedRow.Content content, String id) {
        there = there.plusSeconds(1);
        salesforce.write(fair.org(), new ChangedRow(id, Optional.of(fair.event()), there, content));
    }

    private ChangedRow.Head head(int edition, int hall) {
        Event event = fair.event(edition, EventStatus.PUBLISHED, END);
        return new ChangedRow.Head(
                event.name(), event.startsAt(), event.endsAt(), event.timeZone(), Fair.seats(hall));
    }

    private EventPage page() {
        return storage.pages().find(fair.org(), fair.event()).orElseThrow();
    }

    private Refreshes.View view() {
        return storage.refreshes().look(fair.org(), 1).getFirst();
    }

    private int pulls(Runnable what) {
        int before = salesforce.calls();
        what.run();
        int polled = salesforce.calls() - before;
        return polled - 3; // Three polls of one call each; what is more are pulls.
    }

    @Test
    void a_change_that_nobody_told_is_found() {
        salesforce.put(fair.org(), edition(2, 9));
        write(head(2, 9), fair.event().value());

        settle();

        assertThat(page().event().name()).isEqualTo("Fair of 2");
        assertThat(page().room(fair.hall()).seats()).isEqualTo(Fair.seats(9));
    }

    @Test
    void what_we_write_there_ourselves_is_pulled_not_once() {
        write(head(1, 6), fair.event().value());
        write(
                new ChangedRow.Item(
                        new EventItem(fair.ticket(), "Ticket", new BigDecimal("12.50")),
                        Fair.UNCOUNTED),
                fair.ticket().value());

        assertThat(pulls(this::settle)).isZero();
    }

    @Test
    void a_part_that_changed_moved_or_went_is_found_once() {
        ItemIds ids = new ItemIds(fair.ticket().value(), fair.workshop().value());
        salesforce.put(fair.org(), edition(2, 6));
        write(
                new ChangedRow.Item(
                        new EventItem(fair.ticket(), "Ticket", BigDecimal.TEN), Fair.UNCOUNTED),
                ids.ticket());
        write(new ChangedRow.Gone(), ids.workshop());

        assertThat(pulls(this::settle)).isEqualTo(1);
        assertThat(page().event().name()).isEqualTo("Fair of 2");
    }

    private record ItemIds(String ticket, String workshop) {}

    @Test
    void an_event_that_is_taken_back_or_deleted_is_shown_no_longer() {
        salesforce.put(fair.org(), new Pulled.Withdrawn(fair.event()));
        write(new ChangedRow.Gone(), fair.event().value());

        settle();

        assertThat(storage.pages().find(fair.org(), fair.event())).isEmpty();
        assertThat(fair.register(fair.group(1))).isInstanceOf(Decision.Closed.class);
    }

    @Test
    void what_left_the_recycle_bin_too_is_found_by_the_sweep() {
        write(head(1, 6), fair.event().value());
        salesforce.put(fair.org(), edition(1, 6));
        house.watchCatalog().watch(fair.org());
        storage.catalogPolls().relist(fair.org());
        settle();
        salesforce.put(fair.org(), new Pulled.Withdrawn(fair.event()));
        salesforce.delete(fair.org(), fair.event().value(), there.plusSeconds(60));

        settle();
        assertThat(storage.pages().find(fair.org(), fair.event())).isPresent();
        storage.elapse(CatalogPolls.SWEEP);
        settle();

        assertThat(storage.pages().find(fair.org(), fair.event())).isEmpty();
    }

    @Test
    void an_event_that_cannot_be_shown_is_told_and_not_pulled_over_and_over() {
        salesforce.put(
                fair.org(),
                new Pulled.Unfit(fair.event(), new Trouble("no name", List.of("Name"))));
        write(new ChangedRow.Unreadable(), fair.event().value());
        assertThat(pulls(this::settle)).isEqualTo(1);

        assertThat(pulls(this::settle)).isZero();
        assertThat(page().event().name()).isEqualTo("Fair of 1");
        assertThat(house.showCatalog().show(fair.org()).events().getFirst().trouble()).isPresent();

        salesforce.put(fair.org(), edition(2, 6));
        write(head(2, 6), fair.event().value());
        settle();
        assertThat(page().event().name()).isEqualTo("Fair of 2");
        assertThat(house.showCatalog().show(fair.org()).events().getFirst().trouble()).isEmpty();
    }

    @Test
    void thousands_of_rows_are_read_to_the_end() {
        IntStream.range(0, 4_500)
                .forEach(
                        i -> {
                            EventId id = Ids.event();
                            there = there.plusMillis(i % 2);
                            salesforce.write(
                                    fair.org(),
                                    new ChangedRow(
                                            id.value(),
                                            Optional.of(id),
                                            there,
                                            new ChangedRow.Gone()));
                        });
        salesforce.put(fair.org(), edition(2, 9));
        write(head(2, 9), fair.event().value());

        settle();

        assertThat(page().event().name()).isEqualTo("Fair of 2");
    }

    @Test
    void a_salesforce_that_is_away_changes_nothing_and_says_why() {
        salesforce.goAway("maintenance");
        settle();

        assertThat(page().event().name()).isEqualTo("Fair of 1");
        assertThat(house.showCatalog().show(fair.org()).poll().orElseThrow().failure())
                .hasValueSatisfying(failure -> assertThat(failure.why()).isEqualTo("maintenance"));

        salesforce.comeBack();
        storage.elapse(PollRule.LONGEST.multipliedBy(2));
        settle();
        assertThat(house.showCatalog().show(fair.org()).poll().orElseThrow().failure()).isEmpty();
    }

    @Test
    void a_nudge_is_pulled_at_once_and_the_poll_after_it_has_nothing_to_do() {
        salesforce.put(fair.org(), edition(2, 2));
        write(head(2, 2), fair.event().value());
        var _ = fair.admit(fair.group(4));
        assertThat(
                        house.hearNudge()
                                .hear(
                                        new Nudge(
                                                fair.org(),
                                                "m-1",
                                                new Nudge.About.Events(List.of(fair.event())))))
                .isTrue();
        storage.elapse(Refreshes.LINGER);

        assertThat(house.refreshEvents().refresh()).isTrue();

        assertThat(page().room(fair.hall()).over()).isTrue();
        assertThat(fair.register(fair.group(1))).isInstanceOf(Decision.Full.class);
        Refreshes.View pulled = view();
        settle();
        assertThat(view()).isEqualTo(pulled);
    }

    @Test
    void update_all_pulls_every_event_by_itself() {
        Fair second = fair.second(6);
        salesforce.put(fair.org(), edition(2, 6));
        assertThat(
                        house.hearNudge()
                                .hear(new Nudge(fair.org(), "m-1", new Nudge.About.AllEvents())))
                .isTrue();

        settle();

        assertThat(page().event().name()).isEqualTo("Fair of 2");
        // The org does not have it, so nobody shall see it.
        assertThat(storage.pages().find(fair.org(), second.event())).isEmpty();
    }
}
