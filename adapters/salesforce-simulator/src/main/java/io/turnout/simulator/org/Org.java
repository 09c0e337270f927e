package io.turnout.simulator.org;

import io.turnout.simulator.auth.IdentityDesk;
import io.turnout.simulator.auth.Sessions;
import io.turnout.simulator.auth.TokenDesk;
import io.turnout.simulator.nudge.Nudges;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Schema;
import io.turnout.simulator.schema.StandardObjects;
import io.turnout.simulator.store.Committed;
import io.turnout.simulator.store.Database;
import io.turnout.simulator.store.Journal;
import io.turnout.simulator.store.Policy;
import io.turnout.simulator.store.Row;
import io.turnout.simulator.store.Writer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// One simulated org, shared by the port its clients use and the port its checkers use.
public final class Org implements AutoCloseable {
    private final Name name;
    private final Sessions sessions;
    private final TokenDesk tokens;
    private final Faults faults;
    private final Pace pace;
    private final Budget budget;
    private final Calls calls;
    private final Nudges nudges;
    private final Described described;
    private final Cursors cursors = new Cursors();
    private final Database database;
    private volatile Limits limits;

    /// The 18-character id of an org and what people call it.
    public record Name(String id, String label) {}

    /// How an org is set up: its limits, its objects beside the standard ones, and where its rows
    /// are kept.
    public record Setup(
            Limits limits, List<ObjectType> objects, Journal journal, InstantSource clock) {}

    public Org(Name name, TokenDesk.Known known, Setup setup) {
        InstantSource clock = setup.clock();
        this.name = name;
        this.limits = setup.limits();
        this.sessions = new Sessions(name.id(), limits.session(), clock);
        this.tokens = new TokenDesk(name.id(), known, sessions, clock);
        this.faults = new Faults(clock);
        this.nudges =
                new Nudges(clock, url -> faults.strike(Fault.Kind.NUDGE_LOST, url).isPresent());
        this.described = new Described(clock);
        this.pace = new Pace(Latency.none());
        this.budget = new Budget(limits.dailyCalls(), clock);
        Schema schema = new Schema(StandardObjects.all(), faults::drifts);
        schema.add(setup.objects());
        this.database = new Database(schema, policy(), clock, setup.journal());
        this.calls = new Calls(clock, database.lastCall());
    }

    private Policy policy() {
        return new Policy() {
            @Override
            public void check(ObjectType type, Row row, boolean inserting) {
                faults.check(type, row, inserting);
            }

            @Override
            public List<List<String>> duplicateRules(ObjectType type) {
                return faults.duplicateRules(type);
            }

            @Override
            public void committed(Writer writer, List<Committed> rows) {
                if (!writer.unwatched()) {
                    nudges.committed(database, rows);
                }
            }

            @Override
            public Duration pace(int rows, Map<String, Integer> written) {
                return pace.next(rows, written);
            }

            @Override
            public Duration lockWait() {
                return limits.lockWait();
            }
        };
    }

    public Name name() {
        return name;
    }

    public Sessions sessions() {
        return sessions;
    }

    public TokenDesk tokens() {
        return tokens;
    }

    public IdentityDesk identities() {
        return new IdentityDesk(name.id(), sessions);
    }

    public Faults faults() {
        return faults;
    }

    public Nudges nudges() {
        return nudges;
    }

    public Pace pace() {
        return pace;
    }

    public Budget budget() {
        return budget;
    }

    public Calls calls() {
        return calls;
    }

    public Described described() {
        return described;
    }

    public Cursors cursors() {
        return cursors;
    }

    public Database database() {
        return database;
    }

    public Limits limits() {
        return limits;
    }

    public void setLimits(Limits now) {
        limits = now;
        budget.setMax(now.dailyCalls());
        sessions.setLifetime(now.session());
    }

    @Override
    public void close() {
        nudges.aim(null);
        faults.clear();
        database.close();
    }
}
