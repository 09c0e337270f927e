package io.turnout.adapters.postgres;

import io.turnout.application.connection.SchemaChecks;
import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.connection.SchemaRule;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Findings in PostgreSQL, beside the lanes that wait for them. The database's clock says when a
/// look is due, and the row of the org whose turn it is.
public final class PostgresSchemaChecks implements SchemaChecks {
    private static final String LOOK =
            """
            select home.org_id, version, checked_at, unanswered, findings, now() as now,
                coalesce(turn_until > now(), false) as taken,
                exists (select from lane
                    where lane.org_id = home.org_id and drifted_at is not null) as drifted
            from org_home home left join schema_check on schema_check.org_id = home.org_id
            where home.org_id = any(:orgs) and home = :stack
            """;
    private static final String LOCK =
            """
            insert into schema_check (org_id, version) values (:org, '')
            on conflict (org_id) do update set version = schema_check.version
            """;
    private static final String TAKE_TURN =
            """
            update schema_check set turn_until = now() + make_interval(secs => :turn)
            where org_id = :org
            """;
    private static final String KEEP =
            """
            insert into schema_check (org_id, version, checked_at, unanswered, findings)
            values (:org, :version, now(), :unanswered, cast(:findings as jsonb))
            on conflict (org_id) do update set version = excluded.version,
                checked_at = excluded.checked_at, unanswered = excluded.unanswered,
                findings = excluded.findings, turn_until = '-infinity'
            """;
    private static final String START_LANES =
            """
            update lane set drifted_at = null, held_reason = null, next_call_at = now()
            where org_id = :org and drifted_at is not null
            """;
    private static final String EXPLAIN_LANES =
            "update lane set held_reason = :why where org_id = :org and drifted_at is not null";

    private final Gate gate;

    public PostgresSchemaChecks(Gate gate) {
        this.gate = gate;
    }

    private record Look(OrgId org, Optional<Found> found, boolean mayLook, Instant now) {
        static Look read(ResultSet row) throws SQLException {
            return new Look(
                    new OrgId(row.getString("org_id")),
                    row.getObject("checked_at") == null
                            ? Optional.empty()
                            : Optional.of(Found.read(row)),
                    !row.getBoolean("taken"),
                    EventRows.instant(row, "now"));
        }
    }

    private record Found(Checked checked, String version) {
        static Found read(ResultSet row) throws SQLException {
            String unanswered = row.getString("unanswered");
            SchemaReport report =
                    unanswered == null
                            ? new SchemaReport.Described(
                                    FindingsJson.read(row.getString("findings")))
                            : new SchemaReport.Unanswered(unanswered);
            return new Found(
                    new Checked(EventRows.instant(row, "checked_at"), report),
                    row.getString("version"));
        }

        SchemaRule.Last last() {
            boolean answered = checked.report() instanceof SchemaReport.Described;
            return new SchemaRule.Last(checked.at(), version, answered);
        }
    }

    private record Seen(Look look, boolean drifted) {
        boolean isDue(String version) {
            return look.mayLook()
                    && SchemaRule.isDue(
                            look.found().map(Found::last), version, drifted, look.now());
        }
    }

    private List<Seen> look(Handle handle, Collection<OrgId> orgs) {
        return handle.createQuery(LOOK)
                .bindArray("orgs", String.class, orgs.stream().map(OrgId::value).toList())
                .bind("stack", gate.stack())
                .map((row, _) -> new Seen(Look.read(row), row.getBoolean("drifted")))
                .list();
    }

    @Override
    public List<OrgId> due(Map<OrgId, String> versions) {
        return gate.jdbi().withHandle(handle -> look(handle, versions.keySet())).stream()
                .filter(seen -> seen.isDue(versions.getOrDefault(seen.look().org(), "")))
                .map(seen -> seen.look().org())
                .toList();
    }

    @Override
    public boolean claim(OrgId org, String version) {
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, org) == Gate.Entry.OK
                                        && takeTurn(handle, org, version));
    }

    /// Locks in a statement of its own: who waited for another's turn must see that it is taken.
    private boolean takeTurn(Handle handle, OrgId org, String version) {
        int _ = handle.createUpdate(LOCK).bind("org", org.value()).execute();
        boolean due = look(handle, List.of(org)).stream().anyMatch(seen -> seen.isDue(version));
        if (due) {
            int _ =
                    handle.createUpdate(TAKE_TURN)
                            .bind("org", org.value())
                            .bind("turn", LaneLease.seconds(TURN))
                            .execute();
        }
        return due;
    }

    @Override
    public void keep(OrgId org, String version, SchemaReport report) {
        var _ = gate.tryWrite(org, handle -> keep(handle, org, version, report));
    }

    private static void keep(Handle handle, OrgId org, String version, SchemaReport report) {
        switch (report) {
            case SchemaReport.Unanswered(var why) -> keep(handle, org, version, why, "[]");
            case SchemaReport.Described described -> {
                keep(handle, org, version, null, FindingsJson.write(described.findings()));
                int _ =
                        described.delivers()
                                ? handle.createUpdate(START_LANES)
                                        .bind("org", org.value())
                                        .execute()
                                : handle.createUpdate(EXPLAIN_LANES)
                                        .bind("org", org.value())
                                        .bind("why", described.hindrance())
                                        .execute();
            }
        }
    }

    private static void keep(
            Handle handle,
            OrgId org,
            String version,
            @Nullable String unanswered,
            String findings) {
        int _ =
                handle.createUpdate(KEEP)
                        .bind("org", org.value())
                        .bind("version", version)
                        .bindByType("unanswered", unanswered, String.class)
                        .bind("findings", findings)
                        .execute();
    }

    @Override
    public Map<OrgId, Checked> find(Collection<OrgId> orgs) {
        Map<OrgId, Checked> checked = new HashMap<>();
        gate.jdbi()
                .withHandle(handle -> look(handle, orgs))
                .forEach(
                        seen ->
                                seen.look()
                                        .found()
                                        .ifPresent(
                                                found ->
                                                        checked.put(
                                                                seen.look().org(),
                                                                found.checked())));
        return Map.copyOf(checked);
    }
}
