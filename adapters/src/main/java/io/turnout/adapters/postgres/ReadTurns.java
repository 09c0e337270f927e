package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;

/// Whose turn it is to read for a visitor: so many at once that writers always find a connection,
/// and half of them for one org. Orgs are told apart by a hash: two that share one share a half.
final class ReadTurns {
    private static final int ALL = 8;
    private static final int OF_ONE_ORG = ALL / 2;
    private static final int ORGS = 256;
    private static final Duration WAIT = Duration.ofMillis(250);

    private final Semaphore all = new Semaphore(ALL, true);
    private final Semaphore[] orgs = new Semaphore[ORGS];

    private final Duration wait;

    ReadTurns() {
        this(WAIT);
    }

    ReadTurns(Duration wait) {
        this.wait = wait;
        Arrays.setAll(orgs, _ -> new Semaphore(OF_ONE_ORG, true));
    }

    /// Does it when it is this org's turn.
    ///
    /// @throws ConnectionException when that is not soon, usually within a quarter of a second
    <T> T take(OrgId org, Supplier<T> read) {
        Semaphore own = orgs[Math.floorMod(org.value().hashCode(), ORGS)];
        await(own);
        try {
            await(all);
            try {
                return read.get();
            } finally {
                all.release();
            }
        } finally {
            own.release();
        }
    }

    private void await(Semaphore turns) {
        try {
            if (turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new ConnectionException(
                new SQLTransientConnectionException("too many read at once", "08001"));
    }
}
