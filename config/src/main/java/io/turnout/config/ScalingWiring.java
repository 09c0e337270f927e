package io.turnout.config;

import io.dropwizard.db.DataSourceFactory;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresConnectionLimits;
import io.turnout.adapters.postgres.PostgresInstanceLoads;
import io.turnout.adapters.postgres.PostgresOwedDelivery;
import io.turnout.adapters.postgres.PostgresScalingPlans;
import io.turnout.adapters.postgres.PostgresScalingWatch;
import io.turnout.adapters.postgres.PostgresSoleWriter;
import io.turnout.application.scaling.ScalingPlans;
import io.turnout.application.scaling.ScalingPorts;
import io.turnout.domain.scaling.ScalingPlan;
import java.util.List;

/// What looking after the number of instances needs, over PostgreSQL.
final class ScalingWiring {
    private ScalingWiring() {}

    static ScalingPorts over(Gate gate, DataSourceFactory database, TurnoutSettings all) {
        ScalingSettings settings = all.scaling();
        ScalingPlans plans =
                new PostgresScalingPlans(gate, new ScalingPlan(settings.bounds(), List.of()));
        return new ScalingPorts(
                settings.open(plans, Wiring.clock()),
                plans,
                new PostgresInstanceLoads(gate),
                new PostgresOwedDelivery(gate),
                new PostgresScalingWatch(gate),
                new PostgresSoleWriter(gate, PostgresSoleWriter.Turn.SCALING),
                settings.terms(),
                new PostgresConnectionLimits(gate, database.getMaxSize()),
                all.affinity().front(Wiring.clock()),
                Wiring.clock());
    }
}
