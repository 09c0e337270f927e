package io.turnout.adapters.postgres;

import io.turnout.application.flags.ProjectedFlags;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What was written to the rollout server, in PostgreSQL.
public final class PostgresProjectedFlags implements ProjectedFlags {
    private static final String ALL =
            "select flag, everybody, orgs, written_at from flag_projection";
    private static final String WRITTEN =
            """
            insert into flag_projection (flag, everybody, orgs, written_at)
            values (:flag, :everybody, :orgs, clock_timestamp())
            on conflict (flag) do update set everybody = excluded.everybody,
                orgs = excluded.orgs, written_at = excluded.written_at
            """;

    private final Gate gate;

    public PostgresProjectedFlags(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Map<Flag, Written> all() {
        Map<Flag, Written> all = new HashMap<>();
        gate.jdbi()
                .useHandle(
                        handle ->
                                handle.createQuery(ALL)
                                        .map((row, _) -> Map.entry(row.getString(1), read(row)))
                                        .forEach(one -> put(all, one)));
        return all;
    }

    private static void put(Map<Flag, Written> all, Map.Entry<String, Written> one) {
        Flag.of(one.getKey()).ifPresent(flag -> all.put(flag, one.getValue()));
    }

    private static Written read(ResultSet row) throws SQLException {
        Set<OrgId> orgs = FlagRows.orgs(row.getArray("orgs"));
        return new Written(
                row.getBoolean("everybody") ? new Reach.All(orgs) : new Reach.Only(orgs),
                row.getTimestamp("written_at").toInstant());
    }

    @Override
    public void written(Flag flag, Reach reach) {
        Set<OrgId> orgs =
                switch (reach) {
                    case Reach.All(var but) -> but;
                    case Reach.Only(var only) -> only;
                };
        gate.jdbi()
                .useHandle(
                        handle -> {
                            int _ =
                                    handle.createUpdate(WRITTEN)
                                            .bind("flag", flag.key())
                                            .bind("everybody", reach instanceof Reach.All)
                                            .bindArray("orgs", String.class, FlagRows.ids(orgs))
                                            .execute();
                        });
    }
}
