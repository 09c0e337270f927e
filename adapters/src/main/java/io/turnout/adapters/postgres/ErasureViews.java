package io.turnout.adapters.postgres;

import io.turnout.application.erasure.Erasures.Mark;
import io.turnout.application.erasure.Erasures.Progress;
import io.turnout.application.erasure.Erasures.Told;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// How far erasures are, for whoever asked. Reads only.
final class ErasureViews {
    private static final String SHOW =
            """
            select erasure.org_id, erasure_id, asked_at, state, erased,
                (select array[count(*) filter (where owed.state = 'waiting'),
                        count(*) filter (where owed.state in ('sent', 'told')),
                        count(*) filter (where owed.state = 'set_aside')]
                    from (
                        select o.state from attendee a
                        join outbox o on o.org_id = a.org_id and o.attendee_id = a.attendee_id
                        where a.org_id = erasure.org_id and a.erasure_id = erasure.erasure_id
                        union all
                        select m.state from minted_link m
                        where m.org_id = erasure.org_id and m.erasure_id = erasure.erasure_id
                    ) as owed) as told
            from erasure
            """;
    private static final String ONE = SHOW + " where org_id = :org and erasure_id = :id";
    private static final String ALL = SHOW + " where erasure_id = :id order by org_id limit :limit";

    private static final String LATEST =
            SHOW
                    + """
                    where (asked_at, org_id, erasure_id) < (:asked, :org, :id)
                    order by asked_at desc, org_id desc, erasure_id desc limit :limit
                    """;

    /// After all that were asked for.
    private static final UUID LAST = new UUID(-1, -1);

    /// An org without keys has never sealed anything.
    private static final String ORGS =
            """
            select org_id from org_home
            where home = :stack and org_id > :after
            and exists (select from org_key where org_key.org_id = org_home.org_id)
            order by org_id limit :limit
            """;

    private final Gate gate;

    ErasureViews(Gate gate) {
        this.gate = gate;
    }

    Optional<Progress> find(OrgId org, ErasureId id) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(ONE)
                                        .bind("org", org.value())
                                        .bind("id", id.value())
                                        .map((row, _) -> progress(handle, row))
                                        .findOne());
    }

    List<Progress> find(ErasureId id, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(ALL)
                                        .bind("id", id.value())
                                        .bind("limit", limit)
                                        .map((row, _) -> progress(handle, row))
                                        .list());
    }

    List<Progress> latest(Optional<Mark> before, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(LATEST)
                                        .bind(
                                                "asked",
                                                before.map(mark -> LedgerRows.utc(mark.asked()))
                                                        .orElse(OffsetDateTime.MAX))
                                        .bind("org", before.map(m -> m.org().value()).orElse(""))
                                        .bind("id", before.map(m -> m.id().value()).orElse(LAST))
                                        .bind("limit", limit)
                                        .map((row, _) -> progress(handle, row))
                                        .list());
    }

    private static Progress progress(Handle handle, ResultSet row) throws SQLException {
        OrgId org = new OrgId(row.getString("org_id"));
        ErasureId id = new ErasureId(row.getObject("erasure_id", UUID.class));
        Long[] told = (Long[]) row.getArray("told").getArray();
        return new Progress(
                org,
                id,
                EventRows.instant(row, "asked_at"),
                Words.read(ErasureState.class, row.getString("state")),
                LedgerRows.erased(row),
                new Told(told[0].intValue(), told[1].intValue(), told[2].intValue()),
                LedgerRows.find(handle, org, id));
    }

    List<OrgId> orgs(Optional<OrgId> after, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(ORGS)
                                        .bind("stack", gate.stack())
                                        .bind("after", after.map(OrgId::value).orElse(""))
                                        .bind("limit", limit)
                                        .map((row, _) -> new OrgId(row.getString(1)))
                                        .list());
    }
}
