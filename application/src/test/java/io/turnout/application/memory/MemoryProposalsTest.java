package io.turnout.application.memory;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.setting.Proposals;
import io.turnout.application.setting.ProposalsContract;
import java.time.Duration;

class MemoryProposalsTest extends ProposalsContract {
    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Proposals proposals() {
        return storage.memory().settings().proposals();
    }

    @Override
    protected AuditTrail trail() {
        return storage.memory().audit();
    }

    @Override
    protected void elapse(Duration passed) {
        storage.elapse(passed);
    }
}
