package io.turnout.adapters.postgres;

import io.turnout.application.delivery.CallBudget;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.delivery.Spending;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// The account of calls in PostgreSQL. Calls are counted in quarters of an hour, and a quarter
/// counts until the last call in it is a day old. The org's row of `outbound` is locked while one
/// asks, so that two instances never spend the same call.
public final class PostgresCallBudget implements CallBudget {
    private static final Duration EXHAUSTED = Duration.ofMinutes(15);

    // No visitor waits for an account, so it may be waited for longer than a room.
    private static final String PATIENCE = "set local lock_timeout = '2s'";
    private static final String LOCK = "select 1 from outbound where org_id = :org for update";
    private static final String ACCOUNT =
            """
            select calls_used, calls_of, calls_at, calls_since,
                held_reason, held_until > now() as held,
                calls_at < now() - interval '15 minutes' and not exists (
                    select 1 from call_count where call_count.org_id = :org
                        and slot > now() - interval '30 minutes'
                ) as quiet,
                (select coalesce(sum(calls), 0) from call_count where call_count.org_id = :org
                    and slot > now() - interval '24 hours 15 minutes') as ours
            from outbound where outbound.org_id = :org
            """;
    private static final String COUNT =
            """
            with counted as (
                insert into call_count (org_id, slot, calls)
                values (:org, date_bin('15 minutes', now(), 'epoch'), 1)
                on conflict (org_id, slot) do update set calls = call_count.calls + 1
            ), gone as (
                delete from call_count where org_id = :org and slot < now() - interval '2 days'
            )
            update outbound set calls_since = calls_since + 1 where org_id = :org
            """;
    private static final String PACE =
            """
            update outbound set pace_millis = :pace
            where org_id = :org and pace_millis <> :pace
            """;
    private static final String HEARD =
            """
            update outbound set calls_used = :used, calls_of = :max, calls_at = :at,
                calls_since = 0
            where org_id = :org and (calls_at is null or calls_at <= :at)
            """;
    private static final String DAY =
            """
            select slot, calls from call_count
            where org_id = :org and slot > now() - interval '24 hours 15 minutes' order by slot
            """;
    private static final String EXHAUST =
            """
            update outbound set held_until = now() + make_interval(secs => :wait),
                held_reason = 'the org''s calls of the day are used up'
            where org_id = :org
            """;

    private final Gate gate;
    private final BudgetRule rule;

    public PostgresCallBudget(Gate gate, BudgetRule rule) {
        this.gate = gate;
        this.rule = rule;
    }

    private record Account(
            Spending spending, boolean quiet, boolean held, Optional<String> heldReason) {
        static Account read(ResultSet row) throws SQLException {
            boolean heard = row.getObject("calls_at") != null;
            return new Account(
                    new Spending(
                            row.getLong("ours"),
                            row.getLong("calls_since"),
                            heard ? Optional.of(usage(row)) : Optional.empty()),
                    row.getBoolean("quiet"),
                    row.getBoolean("held"),
                    Optional.ofNullable(row.getString("held_reason")));
        }

        private static CallUsage usage(ResultSet row) throws SQLException {
            return new CallUsage(
                    row.getLong("calls_used"),
                    row.getLong("calls_of"),
                    EventRows.instant(row, "calls_at"));
        }
    }

    @Override
    public Permit ask(OrgId org, CallKind kind) {
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, org) == Gate.Entry.OK
                                        ? locked(handle, org)
                                                .map(account -> ask(handle, org, kind, account))
                                                .orElseGet(() -> new Permit.Refused("not welcome"))
                                        : new Permit.Refused("the org is not at home here now"));
    }

    private Permit ask(Handle handle, OrgId org, CallKind kind, Account account) {
        int _ =
                handle.createUpdate(PACE)
                        .bind("org", org.value())
                        .bind("pace", rule.pace(account.spending(), Duration.ZERO).toMillis())
                        .execute();
        if (account.held()) {
            return new Permit.Refused(account.heldReason().orElse("the org is held back"));
        }
        Spending spending = account.spending();
        if (!rule.permits(spending, kind) && !rule.mayProbe(spending, account.quiet())) {
            return new Permit.Refused(
                    "%d of our %d calls of 24 hours are used, %s of everybody's"
                            .formatted(
                                    spending.ours(),
                                    rule.limit(spending),
                                    spending.everybody()
                                            .map(all -> all.used() + " of " + all.max())
                                            .orElse("nobody knows how many")));
        }
        int _ = handle.createUpdate(COUNT).bind("org", org.value()).execute();
        return new Permit.Granted();
    }

    /// Locks in a statement of its own, since one that waits for a lock counts as it was before.
    private static Optional<Account> locked(Handle handle, OrgId org) {
        int _ = handle.execute(PATIENCE);
        return handle.createQuery(LOCK)
                .bind("org", org.value())
                .mapTo(Integer.class)
                .findOne()
                .flatMap(_ -> account(handle, org));
    }

    private static Optional<Account> account(Handle handle, OrgId org) {
        return handle.createQuery(ACCOUNT)
                .bind("org", org.value())
                .map((row, _) -> Account.read(row))
                .findOne();
    }

    @Override
    public void heard(OrgId org, CallUsage usage) {
        var _ =
                gate.tryWrite(
                        org,
                        handle ->
                                patiently(handle, HEARD)
                                        .bind("org", org.value())
                                        .bind("used", usage.used())
                                        .bind("max", usage.max())
                                        .bind("at", usage.at().atOffset(ZoneOffset.UTC))
                                        .execute());
    }

    private static Update patiently(Handle handle, String sql) {
        int _ = handle.execute(PATIENCE);
        return handle.createUpdate(sql);
    }

    @Override
    public void exhausted(OrgId org) {
        var _ =
                gate.tryWrite(
                        org,
                        handle ->
                                patiently(handle, EXHAUST)
                                        .bind("org", org.value())
                                        .bind("wait", LaneLease.seconds(EXHAUSTED))
                                        .execute());
    }

    @Override
    public List<Quarter> day(OrgId org) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(DAY)
                                        .bind("org", org.value())
                                        .map(
                                                (row, _) ->
                                                        new Quarter(
                                                                EventRows.instant(row, "slot"),
                                                                row.getLong("calls")))
                                        .list());
    }

    @Override
    public Spending look(OrgId org) {
        return gate.jdbi().withHandle(handle -> spending(handle, org));
    }

    static Spending spending(Handle handle, OrgId org) {
        return account(handle, org).map(Account::spending).orElse(Spending.NOTHING);
    }
}
