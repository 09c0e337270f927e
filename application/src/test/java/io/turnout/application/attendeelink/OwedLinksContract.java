package io.turnout.application.attendeelink;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.attendeelink.OwedLinks.Tally;
import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.Relay;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.LinkBatch;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.OwedLink;
import io.turnout.domain.delivery.Patience;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.InviteeId;
import io.turnout.domain.registration.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What everybody who keeps the addresses that orgs are owed promises: each is told, by one call of
/// its event at a time, and whoever comes by one is written into the record it was made for.
public abstract class OwedLinksContract {
    private static final BatchRule ANY = new BatchRule(1, Duration.ZERO, 200, Duration.ZERO);
    private static final RowAnswer GONE =
            new RowAnswer.Wait(
                    new Reason(Reason.RECORD_GONE, "deleted", List.of()), Patience.AT_ONCE);

    private Storage storage;
    private OwedLinks owed;
    private Fair fair;
    private Invitees invitees;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        owed = storage.owedLinks();
        fair = Fair.of(storage, 100);
        invitees = new Invitees(storage, fair);
    }

    private Tally tally() {
        return owed.tally(fair.org());
    }

    private LinkBatch taken() {
        return invitees.takeOwed().orElseThrow();
    }

    private Registration comeBy(InviteeId record) {
        return fair.admit(fair.group(1).invited(Optional.of(invitees.link(record))));
    }

    private Batch attendees() {
        storage.elapse(Duration.ofMinutes(1));
        return Relay.take(storage, fair, ANY).orElseThrow();
    }

    private List<InviteeId> into(Batch batch) {
        return batch.attendees().stream()
                .map(OwedAttendee::invitee)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void addresses_are_told_once() {
        List<InviteeId> three = invitees.mint(3);

        LinkBatch batch = taken();

        assertThat(batch.links())
                .containsExactlyInAnyOrderElementsOf(
                        three.stream()
                                .map(one -> new OwedLink.Address(one, invitees.link(one)))
                                .toList());
        owed.settle(batch, Invitees.told(batch));
        storage.elapse(Duration.ofHours(1));
        assertThat(invitees.takeOwed()).isEmpty();
        assertThat(tally()).isEqualTo(new Tally(0, 3, 0, 0));
    }

    @Test
    void an_event_has_one_call_in_flight_and_its_calls_of_links_are_a_pace_apart() {
        var _ = invitees.mint(250);

        LinkBatch first = taken();
        assertThat(first.links()).hasSize(200);
        assertThat(invitees.takeOwed()).isEmpty();
        owed.settle(first, Invitees.told(first));

        assertThat(invitees.takeOwed()).isEmpty();
        storage.elapse(Invitees.RULE.pace());
        assertThat(taken().links()).hasSize(50);
    }

    @Test
    void of_many_at_once_one_tells() {
        var _ = invitees.mint(1);

        List<Optional<LinkBatch>> taken = Race.of(8, _ -> storage.owedLinks().take(Invitees.RULE));

        assertThat(taken.stream().flatMap(Optional::stream).map(LinkBatch::org))
                .filteredOn(fair.org()::equals)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void while_attendees_of_the_event_are_on_their_way_its_links_wait() {
        var _ = invitees.mint(1);
        var _ = fair.admit(fair.group(1));
        Batch batch = attendees();

        assertThat(invitees.takeOwed()).isEmpty();

        storage.outbox().settle(batch, Relay.sent(batch));
        assertThat(taken().links()).hasSize(1);
    }

    @Test
    void an_instance_that_dies_loses_nothing_and_settles_nothing() {
        var _ = invitees.mint(1);
        LinkBatch lost = taken();
        storage.elapse(Invitees.LEASE_LOST);

        LinkBatch again = taken();
        owed.settle(lost, Invitees.told(lost));

        assertThat(tally()).isEqualTo(new Tally(1, 0, 0, 0));
        owed.settle(again, Invitees.told(again));
        assertThat(tally()).isEqualTo(new Tally(0, 1, 0, 0));
    }

    @Test
    void what_is_refused_is_set_aside_with_its_reason_until_somebody_replays_it() {
        InviteeId record = invitees.mint(1).getFirst();
        LinkBatch batch = taken();
        owed.settle(batch, Invitees.answered(batch, Relay.refused()));

        storage.elapse(Duration.ofHours(1));
        assertThat(invitees.takeOwed()).isEmpty();
        OwedLinks.SetAside row = owed.setAside(fair.org(), 10).getFirst();
        assertThat(row.record()).isEqualTo(record);
        assertThat(row.code()).isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        assertThat(row.fields()).containsExactly("Title__c");

        assertThat(owed.replay(fair.org(), Optional.of(Invitees.someone()))).isZero();
        assertThat(owed.replay(fair.org(), Optional.of(record))).isEqualTo(1);
        assertThat(taken().links()).hasSize(1);
    }

    @Test
    void what_is_locked_is_told_later_and_so_is_everything_when_nobody_answers() {
        var _ = invitees.mint(2);
        LinkBatch batch = taken();
        owed.settle(batch, new Receipt.Answered(List.of(Relay.later(), Relay.later())));
        assertThat(tally()).isEqualTo(new Tally(2, 0, 0, 0));

        storage.elapse(Duration.ofHours(1));
        batch = taken();
        owed.settle(batch, new Receipt.Away("no answer"));

        storage.elapse(Duration.ofHours(1));
        assertThat(taken().links()).hasSize(2);
    }

    @Test
    void a_field_that_is_not_as_it_should_be_holds_up_no_attendee() {
        var _ = invitees.mint(1);
        LinkBatch batch = taken();

        owed.settle(batch, new Receipt.Drifted("INVALID_FIELD"));

        assertThat(invitees.takeOwed()).isEmpty();
        var _ = fair.admit(fair.group(1));
        Batch live = Relay.take(storage, fair, ANY).orElseThrow();
        storage.outbox().settle(live, Relay.sent(live));
        storage.elapse(Duration.ofHours(1));
        assertThat(taken().links()).hasSize(1);
    }

    @Test
    void a_record_that_was_deleted_is_owed_nothing() {
        var _ = invitees.mint(1);
        LinkBatch batch = taken();

        owed.settle(batch, Invitees.answered(batch, GONE));

        assertThat(tally()).isEqualTo(new Tally(0, 0, 0, 1));
        storage.elapse(Duration.ofHours(1));
        assertThat(invitees.takeOwed()).isEmpty();
    }

    @Test
    void whoever_comes_by_an_invitation_is_written_into_its_record_and_then_known_by_our_key() {
        InviteeId record = invitees.mint(1).getFirst();
        Registration registration = comeBy(record);
        var _ = fair.admit(fair.group(1));

        Batch first = attendees();
        assertThat(first.attendees()).hasSize(2);
        assertThat(into(first)).containsExactly(record);
        storage.outbox().settle(first, Relay.sent(first));

        var _ = fair.cancel(registration.id());
        assertThat(into(attendees())).isEmpty();
    }

    @Test
    void where_the_record_is_gone_they_are_written_as_everybody_else() {
        InviteeId record = invitees.mint(1).getFirst();
        var _ = comeBy(record);
        Batch batch = attendees();

        storage.outbox().settle(batch, Relay.answered(List.of(GONE)));

        Batch again = attendees();
        assertThat(again.attendees()).hasSize(1);
        assertThat(into(again)).isEmpty();
    }

    @Test
    void whoever_comes_by_it_last_has_the_record() {
        InviteeId record = invitees.mint(1).getFirst();
        Registration first = comeBy(record);
        var _ = fair.cancel(first.id());
        Registration second = comeBy(record);

        Batch batch = attendees();

        assertThat(into(batch)).containsExactly(record);
        assertThat(
                        batch.attendees().stream()
                                .filter(one -> one.invitee().isPresent())
                                .map(OwedAttendee::id))
                .containsExactly(second.seats().getFirst().attendee());
    }
}
