package io.turnout.adapters.postgres;

import io.turnout.application.scaling.ScalingWatch;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Cause;
import io.turnout.domain.scaling.Decision;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Pace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Looks and decisions in PostgreSQL, by its clock.
public final class PostgresScalingWatch implements ScalingWatch {
    private static final String DUE =
            """
            update scaling_watch set looked_at = clock_timestamp()
            where looked_at <= clock_timestamp() - :rest
            returning out_at, in_at, quiet_since, looked_at
            """;
    private static final String PACE =
            """
            update scaling_watch set out_at = :out, in_at = :in,
                quiet_since = cast(:quiet as timestamptz)
            """;
    private static final String SAW =
            """
            update scaling_watch set desired = :desired, running = :running, least = :least,
                most = :most, seen_at = clock_timestamp()
            """;
    private static final String SEEN = "select * from scaling_watch where seen_at is not null";
    private static final String KEEP =
            """
            insert into scaling_decision (at, had, wanted, cause, told, outcome)
            values (clock_timestamp(), :had, :wanted, :cause, :told, :outcome)
            """;
    private static final String FORGET =
            """
            delete from scaling_decision
            where number <= (select max(number) from scaling_decision) - :kept
            """;
    private static final String NEWEST =
            "select * from scaling_decision order by number desc limit :limit";

    private final Gate gate;

    public PostgresScalingWatch(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Optional<Look> due(Duration rest) {
        return Patience.with(
                () ->
                        gate.jdbi()
                                .withHandle(
                                        handle ->
                                                handle.createQuery(DUE)
                                                        .bind("rest", rest)
                                                        .map((row, _) -> look(row))
                                                        .findOne()));
    }

    private static Look look(ResultSet row) throws SQLException {
        return new Look(
                new Pace(
                        Moments.read(row, "out_at"),
                        Moments.read(row, "in_at"),
                        Moments.maybe(row, "quiet_since")),
                Moments.read(row, "looked_at"));
    }

    @Override
    public void pace(Pace pace) {
        gate.jdbi()
                .useHandle(
                        handle -> {
                            int _ =
                                    handle.createUpdate(PACE)
                                            .bind("out", Moments.utc(pace.outAt()))
                                            .bind("in", Moments.utc(pace.inAt()))
                                            .bind("quiet", Moments.utc(pace.quietSince()))
                                            .execute();
                        });
    }

    @Override
    public void saw(Fleet fleet) {
        gate.jdbi()
                .useHandle(
                        handle -> {
                            int _ =
                                    handle.createUpdate(SAW)
                                            .bind("desired", fleet.desired())
                                            .bind("running", fleet.running())
                                            .bind("least", fleet.bounds().min())
                                            .bind("most", fleet.bounds().max())
                                            .execute();
                        });
    }

    @Override
    public Optional<Seen> lastSeen() {
        return gate.jdbi()
                .withHandle(
                        handle -> handle.createQuery(SEEN).map((row, _) -> seen(row)).findOne());
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                new Fleet(
                        row.getInt("desired"),
                        row.getInt("running"),
                        new Bounds(row.getInt("least"), row.getInt("most"))),
                Moments.read(row, "seen_at"));
    }

    @Override
    public void keep(Decision decision, String outcome) {
        gate.jdbi()
                .useTransaction(
                        handle -> {
                            int _ =
                                    handle.createUpdate(KEEP)
                                            .bind("had", decision.from())
                                            .bind("wanted", decision.to())
                                            .bind("cause", Words.of(decision.cause()))
                                            .bind("told", decision.told())
                                            .bind("outcome", outcome)
                                            .execute();
                            int _ = handle.createUpdate(FORGET).bind("kept", KEPT).execute();
                        });
    }

    @Override
    public List<Kept> decisions(int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(NEWEST)
                                        .bind("limit", limit)
                                        .map((row, _) -> kept(row))
                                        .list());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                Moments.read(row, "at"),
                new Decision(
                        row.getInt("had"),
                        row.getInt("wanted"),
                        Words.read(Cause.class, row.getString("cause")),
                        row.getString("told")),
                row.getString("outcome"));
    }
}
