package io.turnout.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Storage;
import io.turnout.application.rollout.OrgCalendarsContract;
import io.turnout.application.rollout.RolloutPorts;
import org.junit.jupiter.api.Test;

class MemoryOrgCalendarsTest extends OrgCalendarsContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }

    @Override
    protected RolloutPorts ports() {
        return storage.memory().rollouts();
    }

    @Test
    void who_registered_is_counted() {
        Fair fair = Fair.of(storage, 6);
        var _ = fair.admit(fair.group(2));
        var _ = fair.admit(fair.group(1));

        assertThat(ports().calendars().count()).isFalse();
        assertThat(read(fair.org(), EVER).traffic().hours().get(12)).isEqualTo(2);
    }
}
