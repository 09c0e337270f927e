package io.turnout.application.rollout;

import static io.turnout.application.rollout.Terms.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Storage;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.OrgCalendar;
import io.turnout.domain.rollout.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What everybody promises who knows when orgs can bear a change.
public abstract class OrgCalendarsContract {
    protected static final Span EVER =
            new Span(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));

    protected abstract Storage storage();

    protected abstract RolloutPorts ports();

    protected OrgCalendar read(OrgId org, Span period) {
        return Optional.ofNullable(ports().calendars().read(Map.of(org, LONDON), period).get(org))
                .orElseThrow();
    }

    @Test
    void an_event_is_in_the_calendar_while_it_is_published_and_in_the_period() {
        Fair fair = Fair.of(storage(), 6);

        OrgCalendar calendar = read(fair.org(), EVER);

        assertThat(calendar.zone()).isEqualTo(LONDON);
        assertThat(calendar.events()).hasSize(1);
        Span event = calendar.events().getFirst();
        Span before = new Span(event.from().minus(Duration.ofDays(2)), event.from());
        assertThat(read(fair.org(), before).events()).isEmpty();
        storage().pages().withdraw(fair.org(), fair.event());
        assertThat(read(fair.org(), EVER).events()).isEmpty();
    }

    @Test
    void a_waiting_room_starts_a_sale() {
        Fair fair = Fair.of(storage(), 6);
        Instant start = Instant.parse("2099-01-01T09:00:00Z");
        assertThat(storage().waitingRooms().open(fair.org(), fair.event(), Optional.of(start), 5))
                .isPresent();

        assertThat(read(fair.org(), EVER).salesStart()).contains(start);
        assertThat(read(fair.org(), new Span(EVER.from(), start.minusSeconds(1))).salesStart())
                .doesNotContain(start);
    }
}
