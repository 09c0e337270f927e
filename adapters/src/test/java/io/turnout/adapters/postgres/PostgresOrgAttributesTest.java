package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.rollout.OrgAttributesContract;
import io.turnout.application.rollout.RolloutPorts;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOrgAttributesTest extends OrgAttributesContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Override
    protected RolloutPorts ports() {
        return RolloutStorage.over(POSTGRES.gate());
    }
}
