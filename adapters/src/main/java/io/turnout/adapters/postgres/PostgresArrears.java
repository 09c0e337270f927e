package io.turnout.adapters.postgres;

import io.turnout.application.delivery.Arrears;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What is owed to all orgs, counted by the two indexes of what has not been sent.
public final class PostgresArrears implements Arrears {
    private static final String WORST =
            """
            with waiting as (
                select org_id, count(*) as rows, min(owed_at) as oldest
                from outbox where state = 'waiting' group by org_id
            ), aside as (
                select org_id, count(*) as rows
                from outbox where state = 'set_aside' group by org_id
            )
            select org_id, coalesce(waiting.rows, 0) as waiting, coalesce(aside.rows, 0) as aside,
                waiting.oldest,
                case when outbound.held_until > now() then outbound.held_reason end as held
            from waiting full join aside using (org_id) left join outbound using (org_id)
            order by coalesce(aside.rows, 0) desc, waiting.oldest, org_id limit :limit
            """;

    private final Gate gate;

    public PostgresArrears(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<OfOrg> worst(int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(WORST)
                                        .bind("limit", limit)
                                        .map((row, _) -> ofOrg(row))
                                        .list());
    }

    private static OfOrg ofOrg(ResultSet row) throws SQLException {
        return new OfOrg(
                new OrgId(row.getString("org_id")),
                row.getLong("waiting"),
                row.getLong("aside"),
                Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("held")));
    }
}
