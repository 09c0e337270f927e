package io.turnout.adapters.postgres;

import io.turnout.application.operator.OperatorSessions;
import io.turnout.domain.operator.OperatorSession;
import io.turnout.domain.operator.SessionKey;
import io.turnout.domain.operator.SessionRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Who is signed in, in PostgreSQL. When somebody did something is written at most once a minute,
/// so that a page that is looked at often writes seldom.
public final class PostgresOperatorSessions implements OperatorSessions {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final String OPEN =
            """
            insert into operator_session (key, subject, roles, opened_at, seen_at)
            values (:key, :subject, :roles, clock_timestamp(), clock_timestamp())
            """;
    private static final String TIDY =
            """
            delete from operator_session
            where opened_at < now() - make_interval(secs => :kept)
            or subject = :subject and key not in (
                select key from operator_session where subject = :subject
                order by opened_at desc, key limit :perPerson)
            """;
    private static final String LIVE =
            """
             opened_at > now() - make_interval(secs => :whole)
            and seen_at > now() - make_interval(secs => :idle)
            """;
    private static final String FIND = "select * from operator_session where key = :key and" + LIVE;
    private static final String SEEN =
            """
            update operator_session set seen_at = now() where key = :key
            and seen_at <= now() - make_interval(secs => :grain) and
            """
                    + LIVE;
    private static final String CLOSE = "delete from operator_session where key = :key";
    private static final String CLOSE_ALL = "delete from operator_session where subject = :subject";
    private static final String LIST =
            "select * from operator_session where"
                    + LIVE
                    + "order by opened_at desc, key limit :limit";

    private final Gate gate;

    public PostgresOperatorSessions(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void open(SessionKey key, String subject, Set<String> roles) {
        gate.jdbi().useTransaction(handle -> open(handle, key, subject, roles));
    }

    private static void open(Handle handle, SessionKey key, String subject, Set<String> roles) {
        int _ =
                handle.createUpdate(OPEN)
                        .bind("key", key.value())
                        .bind("subject", subject)
                        .bindArray("roles", String.class, roles)
                        .execute();
        int _ =
                handle.createUpdate(TIDY)
                        .bind("subject", subject)
                        .bind("perPerson", PER_PERSON)
                        .bind("kept", seconds(KEPT))
                        .execute();
    }

    @Override
    public Optional<OperatorSession> find(SessionKey key, SessionRule rule, boolean active) {
        return gate.jdbi()
                .withHandle(
                        handle -> {
                            if (active) {
                                int _ =
                                        under(rule, handle.createUpdate(SEEN))
                                                .bind("key", key.value())
                                                .bind("grain", seconds(GRAIN))
                                                .execute();
                            }
                            return under(rule, handle.createQuery(FIND))
                                    .bind("key", key.value())
                                    .map((row, _) -> session(row))
                                    .findOne();
                        });
    }

    private static <S extends SqlStatement<S>> S under(SessionRule rule, S statement) {
        return statement.bind("whole", seconds(rule.whole())).bind("idle", seconds(rule.idle()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static OperatorSession session(ResultSet row) throws SQLException {
        String[] roles = (String[]) row.getArray("roles").getArray();
        return new OperatorSession(
                new SessionKey(row.getString("key")),
                row.getString("subject"),
                Set.of(roles),
                EventRows.instant(row, "opened_at"),
                EventRows.instant(row, "seen_at"));
    }

    @Override
    public boolean close(SessionKey key) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createUpdate(CLOSE).bind("key", key.value()).execute() > 0);
    }

    @Override
    public int closeAll(String subject) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createUpdate(CLOSE_ALL).bind("subject", subject).execute());
    }

    @Override
    public List<OperatorSession> live(SessionRule rule, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                under(rule, handle.createQuery(LIST))
                                        .bind("limit", limit)
                                        .map((row, _) -> session(row))
                                        .list());
    }
}
