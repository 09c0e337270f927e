package io.turnout.adapters.postgres;

import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Guard;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.Review;
import io.turnout.domain.rollout.Stage;
import io.turnout.domain.rollout.Wave;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// A plan as a row.
final class PlanRow {
    private static final String INSERT =
            """
            insert into rollout_plan (plan_id, version, revision, flag, title, not_before,
                error_rate, latency_ratio, backlog_millis, budget, sample, on_breach, stage, review,
                authors, reviewed_by, reviewed_at, comment, owner)
            values (:plan, :version, :revision, :flag, :title, :notBefore, :errorRate,
                :latencyRatio, :backlog, :budget, :sample, :onBreach, :stage, :review, :authors,
                :by, cast(:at as timestamptz), :comment, :owner)
            """;
    private static final String UPDATE =
            """
            update rollout_plan set version = :version, revision = :revision, flag = :flag,
                title = :title, not_before = :notBefore, error_rate = :errorRate,
                latency_ratio = :latencyRatio, backlog_millis = :backlog, budget = :budget,
                sample = :sample, on_breach = :onBreach, stage = :stage, review = :review,
                authors = :authors, reviewed_by = :by, reviewed_at = cast(:at as timestamptz),
                comment = :comment, owner = :owner
            where plan_id = :plan
            """;

    private PlanRow() {}

    static void insert(Handle handle, Plan plan) {
        int _ = bound(handle.createUpdate(INSERT), plan).execute();
    }

    static void update(Handle handle, Plan plan) {
        int _ = bound(handle.createUpdate(UPDATE), plan).execute();
    }

    private static Update bound(Update update, Plan plan) {
        Guard guard = plan.guard();
        Update terms =
                update.bind("plan", plan.id().value())
                        .bind("version", plan.version())
                        .bind("revision", plan.revision())
                        .bind("flag", plan.flag().key())
                        .bind("title", plan.title())
                        .bind("notBefore", Moments.utc(plan.notBefore()))
                        .bind("errorRate", guard.errorRate())
                        .bind("latencyRatio", guard.latencyRatio())
                        .bind("backlog", guard.backlog().toMillis())
                        .bind("budget", guard.budget())
                        .bind("sample", guard.sample())
                        .bind("onBreach", Words.of(guard.onBreach()))
                        .bind("stage", Words.of(plan.stage()))
                        .bind("owner", plan.owner());
        return review(terms, plan.review());
    }

    static Update review(Update update, Review review) {
        Update said =
                update.bindArray(
                        "authors", String.class, review.authors().stream().sorted().toList());
        return switch (review) {
            case Review.Open _ ->
                    said.bind("review", "open")
                            .bind("by", (String) null)
                            .bind("at", (String) null)
                            .bind("comment", (String) null);
            case Review.Asked asked ->
                    said.bind("review", "asked")
                            .bind("by", asked.by())
                            .bind("at", Moments.utc(asked.at()))
                            .bind("comment", (String) null);
            case Review.Declined no ->
                    said.bind("review", "declined")
                            .bind("by", no.by())
                            .bind("at", Moments.utc(no.at()))
                            .bind("comment", no.comment());
            case Review.Approved yes ->
                    said.bind("review", "approved")
                            .bind("by", yes.by())
                            .bind("at", Moments.utc(yes.at()))
                            .bind("comment", yes.comment());
        };
    }

    static Plan read(ResultSet row, Function<PlanId, List<Wave>> waves) throws SQLException {
        PlanId id = new PlanId(row.getObject("plan_id", UUID.class));
        return new Plan(
                id,
                row.getLong("version"),
                row.getInt("revision"),
                Flag.of(row.getString("flag")).orElseThrow(),
                row.getString("title"),
                Moments.read(row, "not_before"),
                new Guard(
                        row.getDouble("error_rate"),
                        row.getDouble("latency_ratio"),
                        Duration.ofMillis(row.getLong("backlog_millis")),
                        row.getDouble("budget"),
                        row.getLong("sample"),
                        Words.read(Guard.OnBreach.class, row.getString("on_breach"))),
                waves.apply(id),
                Words.read(Stage.class, row.getString("stage")),
                review(row),
                row.getString("owner"));
    }

    static Review review(ResultSet row) throws SQLException {
        Set<String> authors = SelectionRow.values(row.getArray("authors"), Function.identity());
        String review = row.getString("review");
        if (review.equals("open")) {
            return new Review.Open(authors);
        }
        String by = row.getString("reviewed_by");
        Instant at = Moments.read(row, "reviewed_at");
        return switch (review) {
            case "asked" -> new Review.Asked(authors, by, at);
            case "declined" -> new Review.Declined(authors, by, at, row.getString("comment"));
            default -> new Review.Approved(authors, by, at, row.getString("comment"));
        };
    }
}
