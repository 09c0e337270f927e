package io.turnout.adapters.postgres;

import io.turnout.application.contract.Storage;
import io.turnout.application.privacy.RecordKeys;
import io.turnout.application.privacy.RecordKeysContract;
import io.turnout.domain.org.OrgId;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRecordKeysTest extends RecordKeysContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Override
    protected RecordKeys records() {
        return new PostgresRecordKeys(POSTGRES.gate(), POSTGRES.vault());
    }

    @Override
    protected void keep(OrgId org, UUID record, byte[] wrapped) {
        POSTGRES.gate()
                .write(
                        org,
                        handle ->
                                handle.execute(
                                        "insert into record_key values (?, ?, ?)",
                                        org.value(),
                                        record,
                                        wrapped));
    }

    @Override
    protected byte[] find(OrgId org, UUID record) {
        return POSTGRES.gate()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.select(
                                                "select wrapped from record_key"
                                                        + " where org_id = ? and record_id = ?",
                                                org.value(),
                                                record)
                                        .mapTo(byte[].class)
                                        .one());
    }
}
