package io.turnout.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.CountBatch;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RoomCount;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every place that keeps an org's records promises. Event, item and sessions are there
/// before; both orgs have them under the same ids.
public abstract class OrgRecordsContract {
    public static final OrgId ACME = new OrgId("00DTURNOUT0000125A");
    public static final OrgId OTHER = new OrgId("00DTURNOUT0000225A");
    public static final EventId EVENT = new EventId("a01xx0000000001AAA");
    public static final ItemId ITEM = new ItemId("a02xx0000000001AAA");
    public static final SessionId OPENING = new SessionId("a03xx0000000001AAA");
    public static final SessionId WORKSHOP = new SessionId("a03xx0000000002AAA");
    public static final Place BOTH_SESSIONS = new Place(ITEM, List.of(OPENING, WORKSHOP));

    private static final Person ADA =
            new Person(
                    "ada@example.org", "Ada Zürn", Optional.of("Dr."), Optional.of("Æther & Co"));

    protected abstract OrgRecords records();

    /// All attendees that the org has.
    protected abstract List<Kept> kept(OrgId org);

    /// An attendee as the org has it.
    public record Kept(
            AttendeeId id, EventId event, Person person, Place place, RegistrationStatus status) {
        public static Kept of(OwedAttendee owed) {
            return new Kept(owed.id(), owed.event(), owed.person(), owed.place(), owed.status());
        }
    }

    public static OwedAttendee attendee(Person person) {
        return new OwedAttendee(
                new AttendeeId(UUID.randomUUID()),
                1,
                EVENT,
                person,
                BOTH_SESSIONS,
                RegistrationStatus.CONFIRMED);
    }

    /// So many different people.
    public static List<OwedAttendee> attendees(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> attendee(person("Guest " + i, "guest" + i + "@example.org")))
                .toList();
    }

    public static Person person(String name, String email) {
        return new Person(email, name, Optional.empty(), Optional.empty());
    }

    public static Batch batch(OrgId org, List<OwedAttendee> attendees) {
        return new Batch(new Lease(org, EVENT, 1), attendees);
    }

    public static Batch batch(OwedAttendee... attendees) {
        return batch(ACME, List.of(attendees));
    }

    /// The record ids of a receipt in which every row was sent.
    public static List<String> recordIds(Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Answered.class);
        List<RowAnswer> rows = ((Receipt.Answered) receipt).rows();
        assertThat(rows).allMatch(RowAnswer.Sent.class::isInstance);
        return rows.stream().map(row -> ((RowAnswer.Sent) row).recordId()).toList();
    }

    @Test
    void what_is_written_is_there_with_all_it_says() {
        OwedAttendee ada = attendee(ADA);

        List<String> sent = recordIds(records().write(batch(ada)));

        assertThat(sent).hasSize(1);
        assertThat(kept(ACME)).containsExactly(Kept.of(ada));
    }

    @Test
    void a_batch_that_is_written_twice_leaves_what_one_leaves() {
        List<OwedAttendee> full = attendees(200);

        List<String> first = recordIds(records().write(batch(ACME, full)));
        List<String> second = recordIds(records().write(batch(ACME, full)));

        assertThat(second).isEqualTo(first).doesNotHaveDuplicates();
        assertThat(kept(ACME))
                .containsExactlyInAnyOrderElementsOf(full.stream().map(Kept::of).toList());
    }

    @Test
    void a_newer_version_takes_the_place_of_an_older_one_down_to_what_is_gone() {
        OwedAttendee ada = attendee(ADA);
        OwedAttendee newer =
                new OwedAttendee(
                        ada.id(),
                        2,
                        EVENT,
                        person("Ada Lovelace", "lovelace@example.org"),
                        new Place(ITEM, List.of()),
                        RegistrationStatus.CANCELLED);
        List<String> first = recordIds(records().write(batch(ada)));

        List<String> second = recordIds(records().write(batch(newer)));

        assertThat(second).isEqualTo(first);
        assertThat(kept(ACME)).containsExactly(Kept.of(newer));
    }

    @Test
    void the_answers_stand_in_the_order_of_the_batch() {
        List<OwedAttendee> three = attendees(3);
        List<String> forwards = recordIds(records().write(batch(ACME, three)));

        List<String> backwards = recordIds(records().write(batch(ACME, three.reversed())));

        assertThat(backwards).isEqualTo(forwards.reversed()).hasSize(3);
    }

    @Test
    void each_org_has_its_own_rows() {
        OwedAttendee ada = attendee(ADA);
        OwedAttendee bob = attendee(person("Bob", "bob@example.org"));

        assertThat(recordIds(records().write(batch(ACME, List.of(ada))))).hasSize(1);
        assertThat(recordIds(records().write(batch(OTHER, List.of(bob))))).hasSize(1);

        assertThat(kept(ACME)).containsExactly(Kept.of(ada));
        assertThat(kept(OTHER)).containsExactly(Kept.of(bob));
    }

    @Test
    void an_empty_batch_is_answered_and_writes_nothing() {
        Receipt receipt = records().write(batch());

        assertThat(receipt).isEqualTo(new Receipt.Answered(List.of()));
        assertThat(kept(ACME)).isEmpty();
    }

    /// What the org shows as registered in a room.
    protected abstract int shown(OrgId org, RoomId room);

    private static CountBatch counts(RoomCount... counts) {
        return new CountBatch(new Lease(ACME, EVENT, 1), List.of(counts));
    }

    @Test
    void counts_are_shown_as_whole_numbers_and_a_repeat_changes_nothing() {
        CountBatch three =
                counts(
                        new RoomCount(RoomId.of(EVENT), 7),
                        new RoomCount(RoomId.of(ITEM), 5),
                        new RoomCount(RoomId.of(OPENING), 0));

        assertThat(recordIds(records().count(three))).hasSize(3);
        assertThat(recordIds(records().count(three))).hasSize(3);

        assertThat(shown(ACME, RoomId.of(EVENT))).isEqualTo(7);
        assertThat(shown(ACME, RoomId.of(ITEM))).isEqualTo(5);
        assertThat(shown(ACME, RoomId.of(OPENING))).isZero();
    }

    @Test
    void a_later_count_takes_the_place_of_an_earlier_one() {
        var _ = records().count(counts(new RoomCount(RoomId.of(EVENT), 7)));

        var _ = records().count(counts(new RoomCount(RoomId.of(EVENT), 3)));

        assertThat(shown(ACME, RoomId.of(EVENT))).isEqualTo(3);
    }

    @Test
    void no_counts_are_answered_without_a_call() {
        assertThat(records().count(counts())).isEqualTo(new Receipt.Answered(List.of()));
    }
}
