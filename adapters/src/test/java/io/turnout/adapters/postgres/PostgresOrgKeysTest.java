package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.privacy.OrgKeysContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresOrgKeysTest extends OrgKeysContract {
    private static PostgresStorage postgres;

    @BeforeAll
    static void open() {
        postgres = new PostgresStorage();
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Override
    protected Storage storage() {
        return postgres;
    }

    @Override
    protected io.turnout.application.privacy.OrgKeys keys() {
        return new PostgresOrgKeys(postgres.gate());
    }
}
