package io.turnout.adapters.http.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.lane.InWork.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InWorkTest {
    private final InWork work = new InWork(90);

    private static Visit visit(Lane lane, String org) {
        return new Visit(lane, Optional.of(org), false, "/");
    }

    private List<Entry> flood(Lane lane, String org) {
        return IntStream.range(0, 200).mapToObj(_ -> work.enter(visit(lane, org))).toList();
    }

    @Test
    void one_flood_gets_half_and_another_a_third_of_what_is_left() {
        List<Entry> first = flood(Lane.REGISTER, "A");
        List<Entry> second = flood(Lane.REGISTER, "B");

        assertThat(first).filteredOn(Entry.IN::equals).hasSize(45);
        assertThat(first).doesNotContain(Entry.LANE_FULL);
        assertThat(second).filteredOn(Entry.IN::equals).hasSize(23);
        assertThat(work.enter(visit(Lane.REGISTER, "C"))).isEqualTo(Entry.IN);
    }

    @Test
    void each_lane_stops_where_the_ones_above_have_room() {
        for (int i = 0; i < 45; i++) {
            assertThat(work.enter(visit(Lane.OFFICE, "A" + i))).isEqualTo(Entry.IN);
        }
        assertThat(work.enter(visit(Lane.OFFICE, "B"))).isEqualTo(Entry.LANE_FULL);
        for (int i = 45; i < 72; i++) {
            assertThat(work.enter(visit(Lane.VIEW, "A" + i))).isEqualTo(Entry.IN);
        }
        assertThat(work.enter(visit(Lane.VIEW, "B"))).isEqualTo(Entry.LANE_FULL);
        for (int i = 72; i < 90; i++) {
            assertThat(work.enter(visit(Lane.REGISTER, "A" + i))).isEqualTo(Entry.IN);
        }
        assertThat(work.enter(visit(Lane.REGISTER, "B"))).isEqualTo(Entry.LANE_FULL);
    }

    @Test
    void whoever_leaves_makes_room_for_one() {
        var _ = flood(Lane.REGISTER, "A");
        assertThat(work.enter(visit(Lane.REGISTER, "A"))).isEqualTo(Entry.ORG_FULL);

        work.leave(visit(Lane.REGISTER, "A"));

        assertThat(work.enter(visit(Lane.REGISTER, "A"))).isEqualTo(Entry.IN);
        assertThat(work.enter(visit(Lane.REGISTER, "A"))).isEqualTo(Entry.ORG_FULL);
        assertThat(work.now()).isEqualTo(45);
    }
}
