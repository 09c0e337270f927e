package io.turnout.application.memory;

import io.turnout.application.operator.OperatorSessions;
import io.turnout.application.operator.OperatorSessionsContract;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryOperatorSessionsTest extends OperatorSessionsContract {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final OperatorSessions sessions = new MemoryOperatorSessions(now::get);

    @Override
    protected OperatorSessions sessions() {
        return sessions;
    }

    @Override
    protected void elapse(Duration passed) {
        var _ = now.updateAndGet(instant -> instant.plus(passed));
    }
}
