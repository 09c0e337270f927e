package io.turnout.adapters.postgres;

import io.turnout.application.rollout.Freezes;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Freeze;
import io.turnout.domain.rollout.FreezeId;
import io.turnout.domain.rollout.PlannedFreeze;
import io.turnout.domain.rollout.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// Freezes in PostgreSQL.
public final class PostgresFreezes implements Freezes {
    private static final String ADD =
            """
            insert into rollout_freeze (freeze_id, from_at, to_at, reason, listed, whom, regions,
                zones, tiers, tags, actor)
            select :freeze, :from, :to, :reason, :listed, :whom, :regions, :zones, :tiers, :tags,
                :actor
            where (select count(*) from rollout_freeze where to_at > clock_timestamp()) < :max
            """;
    private static final String REMOVE = "delete from rollout_freeze where freeze_id = :freeze";
    private static final String ALL =
            """
            select * from rollout_freeze where to_at > clock_timestamp()
            order by from_at, freeze_id limit :max
            """;

    private final Gate gate;

    public PostgresFreezes(Gate gate) {
        this.gate = gate;
    }

    @Override
    public boolean add(PlannedFreeze freeze, Author author) {
        Span span = freeze.freeze().span();
        return gate.jdbi()
                        .withHandle(
                                handle ->
                                        SelectionRow.bind(handle.createUpdate(ADD), freeze.whom())
                                                .bind("freeze", freeze.id().value())
                                                .bind("from", Moments.utc(span.from()))
                                                .bind("to", Moments.utc(span.to()))
                                                .bind("reason", freeze.freeze().reason())
                                                .bind("actor", author.actor())
                                                .bind("max", FREEZES_MAX)
                                                .execute())
                == 1;
    }

    @Override
    public boolean remove(FreezeId freeze) {
        return gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createUpdate(REMOVE)
                                                .bind("freeze", freeze.value())
                                                .execute())
                == 1;
    }

    @Override
    public List<PlannedFreeze> all() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(ALL)
                                        .bind("max", FREEZES_MAX)
                                        .map((row, _) -> freeze(row))
                                        .list());
    }

    private static PlannedFreeze freeze(ResultSet row) throws SQLException {
        return new PlannedFreeze(
                new FreezeId(row.getObject("freeze_id", UUID.class)),
                new Freeze(
                        new Span(Moments.read(row, "from_at"), Moments.read(row, "to_at")),
                        row.getString("reason")),
                SelectionRow.read(row));
    }
}
