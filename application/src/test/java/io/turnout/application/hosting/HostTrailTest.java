package io.turnout.application.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.DeliveryRules;
import io.turnout.application.UseCases;
import io.turnout.application.audit.AuditTrail;
import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryStorage;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What operators do with hosts can be read later: what each value was, and what it became.
class HostTrailTest {
    private static final Hand HAND = new Hand("op-1", "r-1");
    private static final HostName HOST = new HostName("tickets.example.org");

    private final MemoryStorage storage = new MemoryStorage();
    private final HostUseCases desk =
            UseCases.over(storage.memory().ports(), DeliveryRules.USUAL).hosts();

    @Test
    void each_change_is_told_before_and_after() {
        OrgId org = Ids.org();
        storage.memory().ports().orgs().welcome(org);

        var _ = desk.keep().keep(HOST, org, Optional.empty(), HAND);
        Rate rate = new Rate(50, Duration.ofSeconds(1));
        var _ = desk.keep().keep(HOST, org, Optional.of(rate), HAND);
        var _ = desk.turn().turn(HOST, HostState.CLOSED, HAND);
        var _ = desk.remove().remove(HOST, HAND);
        var _ = desk.remove().remove(HOST, HAND);

        assertThat(storage.memory().ports().audit().read(AuditTrail.Query.after(0, 10)))
                .extracting(record -> record.entry().subject())
                .containsExactly(
                        "host=" + HOST + " org: - > " + org + "; state: - > OPEN",
                        "host=" + HOST + " limit: - > 50 in 1 s",
                        "host=" + HOST + " state: OPEN > CLOSED",
                        "host="
                                + HOST
                                + " org: "
                                + org
                                + " > -; limit: 50 in 1 s > -; state: CLOSED > -");
    }
}
