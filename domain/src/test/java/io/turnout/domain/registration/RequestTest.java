package io.turnout.domain.registration;

import static io.turnout.domain.registration.Givens.ACME;
import static io.turnout.domain.registration.Givens.AT_WORKSHOP;
import static io.turnout.domain.registration.Givens.BENCHES;
import static io.turnout.domain.registration.Givens.FAIR;
import static io.turnout.domain.registration.Givens.HALL;
import static io.turnout.domain.registration.Givens.OTHER_FAIR;
import static io.turnout.domain.registration.Givens.PLAIN;
import static io.turnout.domain.registration.Givens.TICKET;
import static io.turnout.domain.registration.Givens.TICKETS;
import static io.turnout.domain.registration.Givens.VIP;
import static io.turnout.domain.registration.Givens.VIPS;
import static io.turnout.domain.registration.Givens.WORKSHOP;
import static io.turnout.domain.registration.Givens.group;
import static io.turnout.domain.registration.Givens.holdRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.turnout.domain.event.SessionId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a request may be, both sides of every edge, and what it demands.
class RequestTest {
    @Test
    void demand_counts_each_level_in_the_order_of_locks() {
        List<Place> places = List.of(PLAIN, AT_WORKSHOP, new Place(VIP, List.of(WORKSHOP)));

        Demand demand = Demand.of(FAIR, places);

        assertThat(demand.seats().keySet()).containsExactly(HALL, TICKETS, VIPS, BENCHES);
        assertThat(demand.in(HALL)).isEqualTo(3);
        assertThat(demand.in(TICKETS)).isEqualTo(2);
        assertThat(demand.in(VIPS)).isEqualTo(1);
        assertThat(demand.in(BENCHES)).isEqualTo(2);
        assertThat(Demand.NONE.in(HALL)).isZero();
        assertThat(Demand.of(OTHER_FAIR, places).in(HALL)).isZero();
    }

    @Test
    void lines_demand_their_quantity_at_each_level() {
        List<HoldLine> lines =
                List.of(
                        new HoldLine(TICKET, 3, List.of(WORKSHOP)),
                        new HoldLine(VIP, 2, List.of()));

        Demand demand = Demand.ofLines(FAIR, lines);

        assertThat(demand.in(HALL)).isEqualTo(5);
        assertThat(demand.in(TICKETS)).isEqualTo(3);
        assertThat(demand.in(VIPS)).isEqualTo(2);
        assertThat(demand.in(BENCHES)).isEqualTo(3);
    }

    @Test
    void a_group_has_one_to_fifty_attendees() {
        assertThat(group(1).attendees()).hasSize(1);
        assertThat(group(50).attendees()).hasSize(50);
        assertThatIllegalArgumentException().isThrownBy(() -> group(0));
        assertThatIllegalArgumentException().isThrownBy(() -> group(51));
    }

    @Test
    void a_hold_has_one_to_fifty_places_over_all_lines() {
        assertThat(holdRequest(1).lines()).hasSize(1);
        assertThat(twoLines(25, 25).demand().in(HALL)).isEqualTo(50);
        assertThatIllegalArgumentException().isThrownBy(() -> twoLines(25, 26));
        assertThatIllegalArgumentException().isThrownBy(() -> holdRequest(0));
        assertThatIllegalArgumentException().isThrownBy(() -> holdRequest(51));
    }

    private static HoldRequest twoLines(int tickets, int vips) {
        return new HoldRequest(
                ACME,
                FAIR,
                new IdempotencyKey("k"),
                new HoldId(new UUID(0, 0)),
                List.of(
                        new HoldLine(TICKET, tickets, List.of()),
                        new HoldLine(VIP, vips, List.of())));
    }

    @Test
    void a_place_has_at_most_fifty_sessions_each_once() {
        assertThat(new Place(TICKET, sessions(50)).sessions()).hasSize(50);
        assertThatIllegalArgumentException().isThrownBy(() -> new Place(TICKET, sessions(51)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Place(TICKET, List.of(WORKSHOP, WORKSHOP)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoldLine(TICKET, 1, List.of(WORKSHOP, WORKSHOP)));
    }

    private static List<SessionId> sessions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SessionId("a03%012d".formatted(i)))
                .toList();
    }

    @Test
    void a_key_has_one_to_255_visible_characters() {
        assertThat(new IdempotencyKey("!").value()).isEqualTo("!");
        assertThat(new IdempotencyKey("~".repeat(255)).value()).hasSize(255);
        for (String wrong : List.of("", "k".repeat(256), " ", "a b", "a\n", "é", "\u007f")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(wrong));
        }
    }

    @Test
    void a_person_fits_the_fields_of_the_org() {
        assertThat(person(80, 80, 128, 255).email()).hasSize(80);
        assertThat(person(1, 1, 1, 1).name()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> person(81, 80, 128, 255));
        assertThatIllegalArgumentException().isThrownBy(() -> person(80, 81, 128, 255));
        assertThatIllegalArgumentException().isThrownBy(() -> person(80, 80, 129, 255));
        assertThatIllegalArgumentException().isThrownBy(() -> person(80, 80, 128, 256));
        assertThatIllegalArgumentException().isThrownBy(() -> person(0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> person(1, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> person(1, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> person(1, 1, 1, 0));
    }

    private static Person person(int email, int name, int title, int company) {
        return new Person(
                "e".repeat(email),
                "n".repeat(name),
                Optional.of("t".repeat(title)),
                Optional.of("c".repeat(company)));
    }

    @Test
    void nobody_is_named_where_things_are_printed() {
        Person zoe = new Person("zoe@x.org", "Zoe", Optional.of("Dr"), Optional.of("Zoo"));
        Attendee attendee = new Attendee(new AttendeeId(new UUID(1, 1)), zoe, PLAIN);
        RegistrationRequest request =
                new RegistrationRequest(
                        ACME,
                        FAIR,
                        new IdempotencyKey("zoe@x.org"),
                        new RegistrationId(new UUID(0, 1)),
                        Collections.nCopies(2, attendee),
                        Optional.empty());

        assertThat(List.of(zoe, attendee, request, request.key()).toString())
                .doesNotContain("zoe", "Zoe", "Dr", "Zoo");
    }
}
