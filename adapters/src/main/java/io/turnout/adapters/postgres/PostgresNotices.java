package io.turnout.adapters.postgres;

import io.turnout.application.retention.Notices;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What was told of retention in PostgreSQL, by the database's clock.
public final class PostgresNotices implements Notices {
    private static final String HEED =
            """
            insert into retention_notice (kind, about, period, told_at, overdue)
            values (:kind, :about, make_interval(secs => :period), now(), :overdue)
            on conflict (kind, about) do update set
                told_at = case when retention_notice.period > excluded.period
                    then now() else retention_notice.told_at end,
                overdue = case when retention_notice.period > excluded.period
                    then excluded.overdue else retention_notice.overdue end,
                period = excluded.period
            returning told_at = now(), told_at <= now() - make_interval(secs => :told)
            """;
    private static final String LIST =
            """
            select kind, about, extract(epoch from period)::bigint as period, told_at, overdue
            from retention_notice order by kind, about limit :limit
            """;
    private static final String KEEP_ONLY =
            """
            delete from retention_notice where kind || ' ' || about <> all(:subjects)
            """;

    private final Gate gate;

    public PostgresNotices(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Standing heed(Subject subject, Duration period, long overdue) {
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                handle.createQuery(HEED)
                                        .bind("kind", subject.kind())
                                        .bind("about", about(subject))
                                        .bind("period", LaneLease.seconds(period))
                                        .bind("overdue", overdue)
                                        .bind("told", LaneLease.seconds(TOLD_FOR))
                                        .map(
                                                (row, _) ->
                                                        row.getBoolean(1)
                                                                ? Standing.TOLD
                                                                : row.getBoolean(2)
                                                                        ? Standing.DUE
                                                                        : Standing.WAITS)
                                        .one());
    }

    private static String about(Subject subject) {
        return subject.org().map(OrgId::value).orElse("");
    }

    @Override
    public List<Notice> list(int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(LIST)
                                        .bind("limit", limit)
                                        .map((row, _) -> notice(row))
                                        .list());
    }

    private static Notice notice(ResultSet row) throws SQLException {
        Optional<OrgId> org =
                Optional.of(row.getString("about"))
                        .filter(about -> !about.isEmpty())
                        .map(OrgId::new);
        return new Notice(
                new Subject(row.getString("kind"), org),
                Duration.ofSeconds(row.getLong("period")),
                EventRows.instant(row, "told_at"),
                row.getLong("overdue"));
    }

    @Override
    public void keepOnly(List<Subject> subjects) {
        List<String> kept = subjects.stream().map(one -> one.kind() + " " + about(one)).toList();
        gate.jdbi()
                .useTransaction(
                        handle -> {
                            int _ =
                                    handle.createUpdate(KEEP_ONLY)
                                            .bindArray("subjects", String.class, kept)
                                            .execute();
                        });
    }
}
