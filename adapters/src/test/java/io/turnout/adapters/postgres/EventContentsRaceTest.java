package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.caffeine.CaffeineEventContents;
import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.publishing.EventPage;
import io.turnout.application.publishing.EventPages;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.event.ItemId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is remembered for long must have been read as of one moment.
class EventContentsRaceTest {
    private static final Instant END = Instant.parse("2100-01-01T12:00:00Z");
    private static final int EDITIONS = 60;
    private static final int READERS = 6;

    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    private final Fair fair = Fair.of(POSTGRES, 6);
    private final EventPages pages =
            new PostgresEventPages(
                    POSTGRES.gate(),
                    new CaffeineEventContents(new PostgresEventContents(POSTGRES.gate())));

    @Test
    void an_event_and_its_parts_are_of_one_version_however_it_changes_meanwhile() {
        keep(0);
        List<List<EventPage>> seen = Race.of(READERS + 1, i -> i == 0 ? written() : read());

        for (List<EventPage> reader : seen) {
            long version = 0;
            for (EventPage page : reader) {
                assertThat(page.event().items().getFirst().name()).isEqualTo(page.event().name());
                assertThat(page.version()).isGreaterThanOrEqualTo(version);
                version = page.version();
            }
        }
    }

    private List<EventPage> written() {
        for (int edition = 1; edition <= EDITIONS; edition++) {
            keep(edition);
        }
        return List.of();
    }

    private List<EventPage> read() {
        List<EventPage> read = new ArrayList<>();
        for (int i = 0; i < EDITIONS * 2; i++) {
            pages.find(fair.org(), fair.event()).ifPresent(read::add);
        }
        return read;
    }

    private void keep(int edition) {
        Event like = fair.event(edition, EventStatus.PUBLISHED, END);
        ItemId ticket = fair.ticket();
        Seats seats = new Seats.Limited(6);
        Event event =
                new Event(
                        like.org(),
                        like.id(),
                        like.name(),
                        like.startsAt(),
                        like.endsAt(),
                        like.timeZone(),
                        like.status(),
                        List.of(new EventItem(ticket, like.name(), BigDecimal.ONE)),
                        List.of());
        pages.keep(event, Map.of(fair.hall(), seats, RoomId.of(ticket), seats));
    }
}
