package io.turnout.application.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.publishing.Publication;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of events promises.
public abstract class EventPagesContract {
    private static final Instant END = Instant.parse("2100-01-01T12:00:00Z");

    private Storage storage;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
    }

    @Test
    void a_published_event_is_shown_as_it_was_kept() {
        Fair fair = Fair.of(storage, Fair.seats(6), Fair.seats(5), Fair.UNCOUNTED);

        EventPage page = storage.pages().find(fair.org(), fair.event()).orElseThrow();

        assertThat(page.event()).isEqualTo(fair.event(1, EventStatus.PUBLISHED, END));
        assertThat(page.rooms())
                .containsOnly(
                        room(fair.hall(), Fair.seats(6)),
                        room(RoomId.of(fair.ticket()), Fair.seats(5)),
                        room(RoomId.of(fair.vip()), Fair.UNCOUNTED),
                        room(RoomId.of(fair.workshop()), Fair.UNCOUNTED));
    }

    private static Map.Entry<RoomId, Capacity> room(RoomId id, Seats seats) {
        return Map.entry(id, new Capacity(id, seats, 0, 0));
    }

    @Test
    void the_counts_of_a_page_are_those_of_the_book() {
        Fair fair = Fair.of(storage, 6);
        var _ = fair.admit(fair.group(2));
        var _ = fair.held(3);

        assertThat(fair.room(fair.hall()))
                .isEqualTo(new Capacity(fair.hall(), Fair.seats(6), 3, 2));
    }

    @Test
    void what_is_unknown_withdrawn_or_anothers_is_not_shown() {
        Fair fair = Fair.of(storage, 6);
        Fair other = Fair.of(storage, 6);
        fair.withdraw();

        assertThat(storage.pages().find(fair.org(), fair.event())).isEmpty();
        assertThat(storage.pages().find(fair.org(), other.event())).isEmpty();
        assertThat(storage.pages().find(fair.org(), Ids.event())).isEmpty();
        assertThat(storage.pages().page(fair.org(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void what_was_withdrawn_may_be_published_again_with_its_counts() {
        Fair fair = Fair.of(storage, 6);
        var _ = fair.admit(fair.group(2));
        fair.withdraw();

        fair.reseat(3, 6);

        assertThat(fair.room(fair.hall()).taken()).isEqualTo(2);
        assertThat(fair.register(fair.group(1))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void pages_follow_one_another_in_the_order_of_ids() {
        Fair fair = Fair.of(storage, 6);
        List<String> ids =
                Stream.concat(Stream.of(fair), Stream.generate(() -> fair.second(6)).limit(4))
                        .map(one -> one.event().value())
                        .sorted()
                        .toList();

        List<String> first = ids(fair, Optional.empty(), 3);
        List<String> second = ids(fair, Optional.of(new EventId(first.getLast())), 3);

        assertThat(first).isEqualTo(ids.subList(0, 3));
        assertThat(second).isEqualTo(ids.subList(3, 5));
        assertThat(ids(fair, Optional.of(new EventId(ids.getLast())), 3)).isEmpty();
    }

    private List<String> ids(Fair fair, Optional<EventId> after, int limit) {
        return storage.pages().page(fair.org(), after, limit).stream()
                .map(page -> page.event().id().value())
                .toList();
    }

    @Test
    void every_change_is_a_version_more_and_no_change_is_none() {
        Fair fair = Fair.of(storage, 6);
        long first = version(fair);

        fair.reseat(1, 6);
        assertThat(version(fair)).isEqualTo(first);
        fair.reseat(2, 6);
        assertThat(version(fair)).isEqualTo(first + 1);
        fair.reseat(2, 8);
        assertThat(version(fair)).isEqualTo(first + 2);
        fair.reseat(2, 6);
        assertThat(version(fair)).isEqualTo(first + 3);
    }

    @Test
    void who_is_in_changes_no_version() {
        Fair fair = Fair.of(storage, 6);
        long first = version(fair);

        var _ = fair.admit(fair.group(2));
        fair.reseat(1, 6);

        assertThat(version(fair)).isEqualTo(first);
    }

    @Test
    void to_withdraw_and_to_show_again_are_versions_too() {
        Fair fair = Fair.of(storage, 6);
        long first = version(fair);

        fair.withdraw();
        fair.withdraw();
        storage.pages().withdraw(fair.org(), Ids.event());
        fair.reseat(1, 6);

        assertThat(version(fair)).isEqualTo(first + 2);
        assertThat(storage.pages().find(fair.org(), Ids.event())).isEmpty();
    }

    private long version(Fair fair) {
        return storage.pages().find(fair.org(), fair.event()).orElseThrow().version();
    }

    @Test
    void a_version_says_the_same_for_ever_or_nothing() {
        Fair fair = Fair.of(storage, 6);
        long first = version(fair);
        EventContents contents = storage.contents();

        assertThat(contents.find(fair.org(), Map.of(fair.event(), first)))
                .containsExactly(
                        Map.entry(fair.event(), fair.event(1, EventStatus.PUBLISHED, END)));
        fair.reseat(2, 6);

        assertThat(contents.find(fair.org(), Map.of(fair.event(), first))).isEmpty();
        assertThat(contents.find(fair.org(), Map.of(fair.event(), first + 1)))
                .containsKey(fair.event());
        assertThat(contents.find(Ids.org(), Map.of(fair.event(), first))).isEmpty();
    }

    @Test
    void what_is_kept_and_who_shows_a_record_can_be_asked_for_many_at_once() {
        Fair fair = Fair.of(storage, Fair.seats(6), Fair.seats(5), Fair.UNCOUNTED);
        Fair withdrawn = fair.second(3);
        withdrawn.withdraw();

        Map<EventId, Publication> kept =
                storage.pages()
                        .kept(fair.org(), List.of(fair.event(), withdrawn.event(), Ids.event()));
        Map<String, EventId> showing =
                storage.pages()
                        .showing(
                                fair.org(),
                                List.of(
                                        fair.event().value(),
                                        fair.ticket().value(),
                                        fair.workshop().value(),
                                        withdrawn.ticket().value()));

        assertThat(kept).containsOnlyKeys(fair.event());
        assertThat(kept.values())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.event())
                                    .isEqualTo(fair.event(1, EventStatus.PUBLISHED, END));
                            assertThat(one.seats())
                                    .containsEntry(RoomId.of(fair.ticket()), Fair.seats(5));
                        });
        assertThat(showing)
                .containsOnlyKeys(
                        fair.event().value(), fair.ticket().value(), fair.workshop().value())
                .containsValue(fair.event());
    }

    @Test
    void seats_may_be_lowered_below_what_is_taken_raised_again_and_uncounted() {
        Fair fair = Fair.of(storage, 6);
        var _ = fair.admit(fair.group(5));
        var _ = fair.held(1);

        fair.reseat(2, 0);
        assertThat(fair.room(fair.hall()))
                .isEqualTo(new Capacity(fair.hall(), Fair.seats(0), 1, 5));
        fair.reseat(3, 7);
        assertThat(fair.room(fair.hall()).remaining()).hasValue(1);
        fair.publish(4, Fair.UNCOUNTED, Fair.UNCOUNTED, Fair.UNCOUNTED);
        assertThat(fair.room(fair.hall()))
                .isEqualTo(new Capacity(fair.hall(), Fair.UNCOUNTED, 1, 5));
        fair.reseat(5, 6);
        assertThat(fair.room(fair.hall()).remaining()).hasValue(0);
    }

    @Test
    void a_room_that_is_gone_from_the_event_admits_nobody_any_more() {
        Fair fair = Fair.of(storage, 6);
        var atWorkshop = fair.admit(fair.one(fair.placeAtWorkshop()));
        Event old = fair.event(2, EventStatus.PUBLISHED, END);
        Event without =
                new Event(
                        old.org(),
                        old.id(),
                        old.name(),
                        old.startsAt(),
                        old.endsAt(),
                        old.timeZone(),
                        old.status(),
                        old.items(),
                        List.of());

        storage.pages()
                .keep(
                        without,
                        Map.of(
                                fair.hall(), Fair.seats(6),
                                RoomId.of(fair.ticket()), Fair.UNCOUNTED,
                                RoomId.of(fair.vip()), Fair.UNCOUNTED));

        assertThat(fair.register(fair.one(fair.placeAtWorkshop())))
                .isInstanceOfAny(Decision.Full.class, Decision.UnknownChoice.class);
        assertThat(fair.register(fair.one(new Place(fair.vip(), List.of()))))
                .isInstanceOf(Decision.Admitted.class);
        assertThat(fair.cancel(atWorkshop.id())).isNotNull();
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(1);
    }
}
