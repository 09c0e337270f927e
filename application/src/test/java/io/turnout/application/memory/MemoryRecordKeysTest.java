package io.turnout.application.memory;

import io.turnout.application.contract.Storage;
import io.turnout.application.privacy.RecordKeys;
import io.turnout.application.privacy.RecordKeys.Shelf;
import io.turnout.application.privacy.RecordKeysContract;
import io.turnout.domain.org.OrgId;
import java.util.UUID;

class MemoryRecordKeysTest extends RecordKeysContract {
    private final MemoryStorage storage = new MemoryStorage();
    private final MemoryRecordKeys records = new MemoryRecordKeys();

    @Override
    protected Storage storage() {
        return storage;
    }

    @Override
    protected RecordKeys records() {
        return records;
    }

    @Override
    protected void keep(OrgId org, UUID record, byte[] wrapped) {
        records.keep(org, Shelf.RECORDS, record, wrapped);
    }

    @Override
    protected byte[] find(OrgId org, UUID record) {
        return records.find(org, Shelf.RECORDS, record).orElseThrow();
    }
}
