package io.turnout.adapters.unleash;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.flags.FlagDefinitions;
import io.turnout.application.flags.FlagModeContract;
import io.turnout.application.memory.MemoryFlagOverlay;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Mark;
import io.turnout.domain.rollout.Overlay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompiledDefinitionsTest extends FlagModeContract {
    private static final int ORGS = 1_000;
    private static final int ASKED = 50_000;

    private final CompiledDefinitions definitions = new CompiledDefinitions();

    @Override
    protected FlagDefinitions definitions() {
        return definitions;
    }

    @Override
    protected void settle(MemoryFlagOverlay overlay) {
        // They follow at once.
    }

    @AfterEach
    void close() {
        definitions.close();
    }

    @Test
    void before_anything_was_handed_over_nothing_is_on() {
        assertThat(definitions.isOn(Flag.WAITING_ROOM, Ids.org())).isFalse();
    }

    @Test
    void a_decision_takes_microseconds_among_a_thousand_orgs() {
        List<OrgId> orgs = Stream.generate(Ids::org).limit(ORGS).toList();
        definitions.follow(
                Overlay.NOTHING.after(
                        List.of(new FlagChange.Allow(Flag.CHECKOUT_V2, Audience.of(orgs))),
                        new Mark("op-1", "a try", Instant.EPOCH)));

        long best = Stream.generate(() -> nanosEach(orgs)).limit(5).min(Long::compare).get();

        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofNanos(50_000));
    }

    private long nanosEach(List<OrgId> orgs) {
        long began = System.nanoTime();
        for (int i = 0; i < ASKED; i++) {
            assertThat(definitions.isOn(Flag.CHECKOUT_V2, orgs.get(i % ORGS))).isTrue();
        }
        return (System.nanoTime() - began) / ASKED;
    }
}
