package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.postgres.AdmissionQueue.Place;
import io.turnout.adapters.postgres.AdmissionQueue.Turn;
import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.Undecided;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionQueueTest {
    private static final OrgId FLOODED = Ids.org();
    private static final OrgId SECOND = Ids.org();
    private static final OrgId QUIET = Ids.org();

    private final AtomicLong now = new AtomicLong();

    private AdmissionQueue queue(int bound) {
        return new AdmissionQueue(bound, now::get);
    }

    private static Ask<CancelDecision> ask(OrgId org) {
        CancelRequest request = new CancelRequest(org, new RegistrationId(new UUID(0x7000L, 1L)));
        return new Ask<>(
                new Task.Cancel(request, Ids.event(), Set.of()),
                _ -> new CancelDecision.UnknownRegistration(request.registration()),
                undecided -> undecided);
    }

    private static List<Place> flood(AdmissionQueue queue, OrgId org, int asks) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < asks; i++) {
            places.add(queue.offer(ask(org)));
        }
        return places;
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static Turn turn(AdmissionQueue queue) throws InterruptedException {
        return queue.take().orElseThrow();
    }

    @Test
    void one_flood_gets_half_two_get_a_third_each_and_a_newcomer_fits_in() {
        AdmissionQueue queue = queue(90);

        List<Place> first = flood(queue, FLOODED, 200);
        List<Place> second = flood(queue, SECOND, 200);

        assertThat(first).filteredOn(Place.IN_LINE::equals).hasSize(45);
        assertThat(second).filteredOn(Place.IN_LINE::equals).hasSize(23);
        assertThat(second).doesNotContain(Place.QUEUE_FULL);
        assertThat(queue.admits(FLOODED)).isFalse();
        assertThat(queue.admits(QUIET)).isTrue();
        assertThat(queue.offer(ask(QUIET))).isEqualTo(Place.IN_LINE);
    }

    @Test
    void a_queue_that_is_closed_lets_nobody_in() {
        AdmissionQueue queue = queue(90);

        queue.close();

        assertThat(queue.offer(ask(QUIET))).isEqualTo(Place.QUEUE_FULL);
    }

    @Test
    void an_org_of_one_is_served_next_however_many_wait_for_another() throws Exception {
        AdmissionQueue queue = queue(4096);
        var _ = flood(queue, FLOODED, 1_000);
        var _ = queue.offer(ask(QUIET));

        Turn first = turn(queue);
        Turn second = turn(queue);

        assertThat(first.org()).isEqualTo(FLOODED);
        assertThat(first.asks()).hasSize(AdmissionQueue.ASKS_A_TURN);
        assertThat(second.org()).isEqualTo(QUIET);
        queue.done(first);
        assertThat(turn(queue).org()).isEqualTo(FLOODED);
    }

    @Test
    void a_burst_may_wait() throws Exception {
        AdmissionQueue queue = queue(4096);
        var _ = flood(queue, FLOODED, 300);
        pass(Duration.ofMillis(1_500));

        assertThat(turn(queue).asks()).hasSize(AdmissionQueue.ASKS_A_TURN);
    }

    @Test
    void in_a_line_that_stands_for_a_second_nobody_waits_longer_than_a_quarter() throws Exception {
        AdmissionQueue queue = queue(4096);
        for (int i = 0; i < 6; i++) {
            var _ = flood(queue, FLOODED, AdmissionQueue.ASKS_A_TURN);
            pass(Duration.ofMillis(200));
        }
        Turn slow = turn(queue);
        queue.done(slow);
        pass(Duration.ofMillis(1_100));
        Ask<CancelDecision> late = ask(FLOODED);
        var _ = queue.offer(late);

        Turn first = turn(queue);

        assertThat(slow.asks()).hasSize(AdmissionQueue.ASKS_A_TURN);
        assertThat(first.asks()).containsExactly(late);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void whoever_is_turned_away_is_told_so_and_is_not_decided() {
        Ask<CancelDecision> ask = ask(FLOODED);

        ask.turnAway(Undecided.Cause.OVERLOADED);

        assertThat(ask.await(Duration.ofSeconds(5), Duration.ofSeconds(5)))
                .isEqualTo(new Undecided(Undecided.Cause.OVERLOADED));
        assertThat(ask.take()).isFalse();
    }
}
