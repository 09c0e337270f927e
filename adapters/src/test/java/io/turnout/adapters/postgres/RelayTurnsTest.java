package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An org with a backlog on twenty events beside one with a single batch.
class RelayTurnsTest {
    private static final BatchRule FIVE =
            new BatchRule(5, Duration.ofMinutes(5), 200, Duration.ofMinutes(1));

    private final PostgresStorage storage = new PostgresStorage();
    private final Fair crowded = Fair.of(storage, 100);

    @AfterEach
    void close() {
        storage.close();
    }

    private void crowd() {
        for (int i = 0; i < 20; i++) {
            Fair event = crowded.second(100);
            var _ = event.admit(event.group(5));
        }
    }

    private List<OrgId> taken(int calls) {
        return IntStream.range(0, calls)
                .mapToObj(_ -> storage.outbox().take(FIVE))
                .flatMap(Optional::stream)
                .map(Batch::org)
                .toList();
    }

    @Test
    void an_org_with_all_its_calls_in_flight_hides_nobody() {
        crowd();
        assertThat(taken(20)).containsExactly(crowded.org(), crowded.org());
        Fair quiet = Fair.of(storage, 100);
        var _ = quiet.admit(quiet.group(5));

        assertThat(taken(1)).containsExactly(quiet.org());
    }

    @Test
    void a_lane_that_is_locked_hides_nobody() throws InterruptedException {
        var _ = crowded.admit(crowded.group(5));
        Fair quiet = Fair.of(storage, 100);
        var _ = quiet.admit(quiet.group(5));
        List<OrgId> taken = new ArrayList<>();

        Held.meanwhile(storage.gate().jdbi(), "lane", crowded.org(), () -> taken.addAll(taken(1)));

        assertThat(taken).containsExactly(quiet.org());
        assertThat(taken(1)).containsExactly(crowded.org());
    }

    @Test
    void an_org_with_many_lanes_has_two_turns_before_another_has_one() {
        crowd();
        Fair quiet = Fair.of(storage, 100);
        var _ = quiet.admit(quiet.group(5));

        assertThat(taken(3)).contains(quiet.org());
    }
}
