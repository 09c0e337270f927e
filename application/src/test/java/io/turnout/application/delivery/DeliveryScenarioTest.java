package io.turnout.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.DeliveryRules;
import io.turnout.application.UseCases;
import io.turnout.application.contract.Fair;
import io.turnout.application.memory.MemoryOrgRecords;
import io.turnout.application.memory.MemoryStorage;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.DeliveryState;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is owed on its way to the org, through the use cases alone.
class DeliveryScenarioTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final MemoryStorage storage = new MemoryStorage();
    private final MemoryOrgRecords salesforce = storage.memory().orgRecords();
    private final UseCases desk = UseCases.over(storage.memory().ports(), DeliveryRules.USUAL);
    private final Fair fair = Fair.of(storage, 1_000);

    @Test
    void five_leave_at_once_and_four_within_ten_seconds() {
        var _ = fair.admit(fair.group(4));
        assertThat(desk.outbound().relayOutbox().relay()).isEmpty();
        var _ = fair.admit(fair.group(1));
        assertThat(desk.outbound().relayOutbox().relay()).isPresent();
        assertThat(salesforce.of(fair.org())).hasSize(5);
        var _ = fair.admit(fair.group(4));

        storage.elapse(TEN_SECONDS);

        assertThat(desk.outbound().relayOutbox().relay()).isPresent();
        assertThat(salesforce.of(fair.org())).hasSize(9);
    }

    @Test
    void a_burst_leaves_two_hundred_to_a_call() {
        for (int i = 0; i < 10; i++) {
            var _ = fair.admit(fair.group(50));
        }

        while (salesforce.of(fair.org()).size() < 500 && salesforce.calls() < 9) {
            var _ = desk.outbound().relayOutbox().relay();
            storage.elapse(TEN_SECONDS);
        }

        assertThat(salesforce.of(fair.org())).hasSize(500);
        assertThat(salesforce.calls()).isEqualTo(3);
    }

    @Test
    void an_answer_that_got_lost_is_asked_for_again_and_nothing_doubles() {
        Registration five = fair.admit(fair.group(5));
        salesforce.answerNext(new Receipt.Away("the line went dead"));

        assertThat(desk.outbound().relayOutbox().relay())
                .contains(new Receipt.Away("the line went dead"));
        assertThat(desk.showRegistration().show(fair.org(), five.id()).orElseThrow().delivery())
                .isEqualTo(DeliveryState.PENDING);
        storage.elapse(TEN_SECONDS);

        assertThat(desk.outbound().relayOutbox().relay()).isPresent();
        assertThat(salesforce.of(fair.org())).hasSize(5);
        assertThat(fair.find(five.id()).delivery()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void what_salesforce_refuses_is_shown_and_replayed_once_it_is_mended() {
        Registration five = fair.admit(fair.group(5));
        salesforce.answerNext(
                new Receipt.Answered(
                        IntStream.range(0, 5).mapToObj(_ -> Relay.refused()).toList()));
        assertThat(desk.outbound().relayOutbox().relay()).isPresent();
        assertThat(fair.find(five.id()).delivery()).isEqualTo(DeliveryState.SET_ASIDE);
        ShowDelivery.View view =
                desk.outbound().showDelivery().show(fair.org(), Optional.of(fair.event()));
        assertThat(view.setAside()).hasSize(5);
        assertThat(view.rows()).hasSize(5);
        assertThat(view.lanes()).singleElement().satisfies(DeliveryScenarioTest::holdsFive);

        assertThat(desk.outbound().replaySetAside().replay(fair.org(), Optional.empty()))
                .isEqualTo(5);
        storage.elapse(TEN_SECONDS);

        assertThat(desk.outbound().relayOutbox().relay()).isPresent();
        assertThat(fair.find(five.id()).delivery()).isEqualTo(DeliveryState.SENT);
    }

    private static void holdsFive(Outbox.LaneView lane) {
        assertThat(List.of(lane.waiting(), lane.sent(), lane.setAside()))
                .containsExactly(0L, 0L, 5L);
    }

    @Test
    void a_cancel_reaches_the_org_whatever_came_before() {
        Registration five = fair.admit(fair.group(5));
        assertThat(desk.outbound().relayOutbox().relay()).isPresent();

        assertThat(fair.cancel(five.id())).isInstanceOf(CancelDecision.Cancelled.class);
        storage.elapse(TEN_SECONDS);

        assertThat(desk.outbound().relayOutbox().relay()).isPresent();
        assertThat(salesforce.of(fair.org()))
                .hasSize(5)
                .extracting(OwedAttendee::status)
                .containsOnly(RegistrationStatus.CANCELLED);
    }

    @Test
    void without_anything_due_nobody_calls() {
        assertThat(desk.outbound().relayOutbox().relay()).isEmpty();
        assertThat(salesforce.calls()).isZero();
    }
}
