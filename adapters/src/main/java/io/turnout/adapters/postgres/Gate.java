package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The way into every write: the first statement of a tenant transaction says for which org it
/// writes, and learns whether this stack may.
public final class Gate {
    /// Somewhat longer than a mover may hold it.
    static final int BUSY_TRIES = 200;

    private static final long PAUSE_MILLIS = 8;
    private static final String ENTER = "select org_enter(:org, :stack)";

    private final Jdbi jdbi;
    private final String stack;
    private final ReadTurns reads;

    public Gate(Jdbi jdbi, String stack) {
        this(jdbi, stack, new ReadTurns());
    }

    Gate(Jdbi jdbi, String stack, ReadTurns reads) {
        this.reads = reads;
        this.jdbi = jdbi;
        this.stack = stack;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    String stack() {
        return stack;
    }

    /// Reads what a visitor waits for, when it is the org's turn.
    <T> T read(OrgId org, Function<Handle, T> read) {
        return reads.take(org, () -> jdbi.withHandle(read::apply));
    }

    /// Enters, within the transaction of `handle`.
    Entry enter(Handle handle, OrgId org) {
        String answer =
                handle.createQuery(ENTER)
                        .bind("org", org.value())
                        .bind("stack", stack)
                        .mapTo(String.class)
                        .one();
        return switch (answer) {
            case "OK" -> Entry.OK;
            case "BUSY" -> Entry.BUSY;
            case "UNKNOWN" -> Entry.UNKNOWN;
            default -> Entry.AWAY;
        };
    }

    /// Writes in a transaction of its own. While the gate is held for a moment it is tried again,
    /// with no connection held; any other answer than OK means that nothing was written.
    Entry tryWrite(OrgId org, Consumer<Handle> work) {
        Entry entry = writeNow(org, work);
        for (int tried = 1; entry == Entry.BUSY && tried < BUSY_TRIES; tried++) {
            pauseAtTheGate();
            entry = writeNow(org, work);
        }
        return entry;
    }

    /// Between two tries of whoever met somebody who holds it alone.
    static void pauseAtTheGate() {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(
                        PAUSE_MILLIS + ThreadLocalRandom.current().nextLong(PAUSE_MILLIS)));
    }

    private Entry writeNow(OrgId org, Consumer<Handle> work) {
        return jdbi.inTransaction(
                handle -> {
                    Entry entry = enter(handle, org);
                    if (entry == Entry.OK) {
                        work.accept(handle);
                    }
                    return entry;
                });
    }

    /// Writes in a transaction of its own.
    ///
    /// @throws IllegalArgumentException when this stack is not the org's home now
    void write(OrgId org, Consumer<Handle> work) {
        Entry entry = tryWrite(org, work);
        if (entry != Entry.OK) {
            throw new IllegalArgumentException(org + " is not written here now: " + entry);
        }
    }

    /// What the gate would say now.
    Entry look(OrgId org) {
        return jdbi.inTransaction(handle -> enter(handle, org));
    }

    /// What the gate said.
    enum Entry {
        OK,
        BUSY,
        AWAY,
        UNKNOWN
    }
}
