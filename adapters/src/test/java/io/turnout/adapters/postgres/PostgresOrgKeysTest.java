package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.privacy.OrgKeys;
import io.turnout.application.privacy.OrgKeysContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOrgKeysTest extends OrgKeysContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Override
    protected OrgKeys keys() {
        return new PostgresOrgKeys(POSTGRES.gate());
    }
}
