package io.turnout.application.memory;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.audit.AuditTrailContract;
import java.time.InstantSource;

class MemoryAuditTrailTest extends AuditTrailContract {
    @Override
    protected AuditTrail trail() {
        return new MemoryAuditTrail(InstantSource.system());
    }
}
