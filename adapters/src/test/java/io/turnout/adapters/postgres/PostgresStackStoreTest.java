package io.turnout.adapters.postgres;

import io.turnout.application.relocation.StackStore;
import io.turnout.application.relocation.StackStoreContract;
import io.turnout.domain.org.OrgId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

class PostgresStackStoreTest extends StackStoreContract {
    private static final List<PostgresStorage> STACKS =
            List.of(PostgresStorage.stack("heroku"), PostgresStorage.stack("aws"));
    private static final String SLOT = "timestamptz '2026-01-01Z' + make_interval(hours => ?)";

    @AfterAll
    static void close() {
        STACKS.forEach(PostgresStorage::close);
    }

    @Override
    protected StackStore stack(int number) {
        Gate gate = STACKS.get(number).gate();
        return new PostgresStackStore(gate);
    }

    @Override
    protected void welcome(OrgId org) {
        Gate gate = STACKS.getFirst().gate();
        gate.jdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        "insert into org_home (org_id, home) values (?, ?)",
                                        org.value(),
                                        gate.stack()));
    }

    @Override
    protected String table() {
        return "call_count";
    }

    @Override
    protected boolean write(int stack, OrgId org, int row, int content) {
        String upsert =
                """
                insert into call_count (org_id, slot, calls) values (?, %s, ?)
                on conflict (org_id, slot) do update set calls = excluded.calls
                """
                        .formatted(SLOT);
        return entered(stack, org, upsert, org.value(), row, content);
    }

    @Override
    protected boolean remove(int stack, OrgId org, int row) {
        return entered(
                stack,
                org,
                "delete from call_count where org_id = ? and slot = " + SLOT,
                org.value(),
                row);
    }

    /// By who does not wait at the gate.
    private static boolean entered(int stack, OrgId org, String sql, Object... values) {
        Gate gate = STACKS.get(stack).gate();
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, org) == Gate.Entry.OK
                                        && handle.execute(sql, values) >= 0);
    }
}
