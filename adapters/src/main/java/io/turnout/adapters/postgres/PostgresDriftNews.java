package io.turnout.adapters.postgres;

import io.turnout.application.flags.DriftNews;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Drift;
import io.turnout.domain.rollout.Flag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was changed by hand at the rollout server, in PostgreSQL.
public final class PostgresDriftNews implements DriftNews {
    private static final String TELL =
            """
            insert into flag_drift (at, flag, everybody, orgs, what, author, expected, observed)
            values (:at, :flag, :everybody, :orgs, :what, :author, :expected, :observed)
            """;

    /// Numbers may have gaps, so a few less may be kept.
    private static final String FORGET =
            """
            delete from flag_drift
            where number <= (select max(number) from flag_drift) - :kept
            """;
    private static final String LATEST =
            """
            select at, flag, everybody, orgs, what, author, expected, observed from flag_drift
            where flag = any(:flags) or flag like :homes order by number desc limit :limit
            """;

    private final Gate gate;

    public PostgresDriftNews(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void tell(Drift drift) {
        Set<OrgId> orgs =
                drift.off().orElseGet(Audience::everybody) instanceof Audience.Orgs(var named)
                        ? named
                        : Set.of();
        gate.jdbi()
                .useHandle(
                        handle -> {
                            int _ =
                                    handle.createUpdate(TELL)
                                            .bind("at", drift.at().atOffset(ZoneOffset.UTC))
                                            .bind("flag", drift.flag().key())
                                            .bind(
                                                    "everybody",
                                                    drift.off()
                                                            .filter(Audience.everybody()::equals)
                                                            .isPresent())
                                            .bindArray("orgs", String.class, FlagRows.ids(orgs))
                                            .bind("what", drift.what())
                                            .bind("author", drift.author())
                                            .bind("expected", drift.difference().expected())
                                            .bind("observed", drift.difference().observed())
                                            .execute();
                            int _ = handle.createUpdate(FORGET).bind("kept", KEPT_MAX).execute();
                        });
    }

    @Override
    public List<Drift> latest(int limit) {
        List<String> known = Flag.FEATURES.stream().map(Flag::key).toList();
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(LATEST)
                                        .bindArray("flags", String.class, known)
                                        .bind("homes", Flag.HOME + "%")
                                        .bind("limit", limit)
                                        .map((row, _) -> drift(row))
                                        .list());
    }

    private static Drift drift(ResultSet row) throws SQLException {
        Set<OrgId> orgs = FlagRows.orgs(row.getArray("orgs"));
        Optional<Audience> off =
                row.getBoolean("everybody")
                        ? Optional.of(Audience.everybody())
                        : Optional.of(orgs).filter(some -> !some.isEmpty()).map(Audience::of);
        return new Drift(
                Flag.of(row.getString("flag")).orElseThrow(),
                off,
                row.getString("what"),
                row.getString("author"),
                row.getTimestamp("at").toInstant(),
                new Drift.Difference(row.getString("expected"), row.getString("observed")));
    }
}
