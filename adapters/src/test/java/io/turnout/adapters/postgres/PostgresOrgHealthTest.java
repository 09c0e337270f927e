package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.application.rollout.OrgHealth;
import io.turnout.application.rollout.OrgHealthContract;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Figures;
import io.turnout.domain.rollout.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOrgHealthTest extends OrgHealthContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    private final OrgHealth health = new PostgresOrgHealth(POSTGRES.gate());

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Override
    protected OrgHealth health() {
        return health;
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }

    private Figures measured(OrgId org) {
        Instant now = Instant.now();
        return health.measured(Set.of(org), new Span(now.minusSeconds(300), now.plusSeconds(60)));
    }

    @Test
    void two_instances_add_up() {
        OrgId org = Ids.org();
        POSTGRES.welcome(org);
        OrgHealth other = new PostgresOrgHealth(POSTGRES.gate());
        for (OrgHealth one : new OrgHealth[] {health, other}) {
            one.flush();
            one.note(org, false, 10);
            one.flush();
        }

        assertThat(measured(org).requests()).isEqualTo(2);
    }

    @Test
    void an_org_that_nobody_knows_is_not_counted() {
        OrgId stranger = Ids.org();
        health.flush();
        health.note(stranger, false, 10);
        health.flush();

        assertThat(measured(stranger)).isEqualTo(Figures.NONE);
    }

    @Test
    void what_waits_for_salesforce_and_what_of_its_calls_is_used_is_measured_too() {
        Fair fair = Fair.of(POSTGRES, 6);
        var _ = fair.admit(fair.group(1));
        POSTGRES.elapse(Duration.ofMinutes(7));
        POSTGRES.callBudget(BudgetRule.USUAL)
                .heard(fair.org(), new CallUsage(800, 1_000, Instant.now()));

        assertThat(measured(fair.org()).backlog())
                .isBetween(Duration.ofMinutes(7), Duration.ofMinutes(8));
        assertThat(measured(fair.org()).budget()).isEqualTo(0.8);
    }
}
