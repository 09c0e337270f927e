package io.turnout.adapters.postgres;

import io.turnout.application.rollout.Rollouts;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Difference;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.FlagMoves;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanRecords;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/// Plans in PostgreSQL. A step is one transaction under the plan's lock, with what it says about
/// flags, so that nobody is switched on by a plan that was taken back meanwhile.
public final class PostgresRollouts implements Rollouts {
    private static final String ONE = "select * from rollout_plan where plan_id = :plan";
    private static final String LOCK =
            "select plan_id from rollout_plan where plan_id = :plan for update";
    private static final String RECORD =
            """
            insert into rollout_change (plan_id, version, at, actor, verb, reason, differences)
            values (:plan, :version, clock_timestamp(), :actor, :verb, :reason,
                cast(:differences as jsonb))
            """;
    private static final String DUE =
            """
            update rollout_plan set looked_at = clock_timestamp()
            where plan_id = (
                select plan_id from rollout_plan
                where stage in ('not_started', 'running', 'paused')
                and (stage <> 'not_started' or review = 'approved')
                and looked_at < clock_timestamp() - :rest
                order by looked_at for update skip locked limit 1)
            returning plan_id
            """;
    private static final String WATCHED =
            """
            select m.org, m.plan_id from rollout_member m
            join rollout_wave w on w.plan_id = m.plan_id and w.number = m.wave
            join rollout_plan p on p.plan_id = m.plan_id
            where p.stage in ('running', 'paused') and w.state in ('enabling', 'baking')
            and m.state = 'live'
            """;
    private static final String HISTORY =
            """
            select version, at, actor, verb, reason, differences from rollout_change
            where plan_id = :plan order by version desc limit :limit
            """;
    private static final String NOW = "select clock_timestamp()";

    private final Gate gate;

    public PostgresRollouts(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void add(Plan plan, Author author) {
        gate.jdbi()
                .useTransaction(
                        handle -> {
                            PlanRow.insert(handle, plan);
                            WaveRows.keep(handle, plan);
                            record(handle, plan, new Deed("draft", author), Difference.ofNew(plan));
                        });
    }

    private static void record(Handle handle, Plan plan, Deed deed, List<Difference> differences) {
        int _ =
                handle.createUpdate(RECORD)
                        .bind("plan", plan.id().value())
                        .bind("version", plan.version())
                        .bind("actor", deed.author().actor())
                        .bind("verb", deed.verb())
                        .bind("reason", deed.author().reason())
                        .bind("differences", DifferencesJson.write(differences))
                        .execute();
        PostgresAuditTrail.lock(handle);
        var _ =
                PostgresAuditTrail.append(
                        handle,
                        List.of(PlanRecords.of(plan, deed.verb(), deed.author(), differences)));
    }

    @Override
    public Optional<Rollout> find(PlanId plan) {
        return gate.jdbi().inTransaction(handle -> find(handle, plan));
    }

    private static Optional<Rollout> find(Handle handle, PlanId plan) {
        return handle.createQuery(ONE)
                .bind("plan", plan.value())
                .map((row, _) -> PlanRow.read(row, id -> WaveRows.read(handle, id)))
                .findOne()
                .map(one -> new Rollout(one, MemberRows.read(handle, plan)));
    }

    @Override
    public List<Rollout> list(Query query) {
        return gate.jdbi().withHandle(handle -> RolloutList.read(handle, query));
    }

    @Override
    public Optional<Step> change(PlanId plan, Deed deed, BiFunction<Rollout, Instant, Step> rule) {
        return Patience.with(
                () -> gate.jdbi().inTransaction(handle -> change(handle, plan, deed, rule)));
    }

    /// Locks first and reads then, in later statements, so that nothing is missed.
    private static Optional<Step> change(
            Handle handle, PlanId plan, Deed deed, BiFunction<Rollout, Instant, Step> rule) {
        return handle.createQuery(LOCK)
                .bind("plan", plan.value())
                .mapTo(UUID.class)
                .findOne()
                .flatMap(_ -> find(handle, plan))
                .map(before -> step(handle, before, deed, rule));
    }

    private static Step step(
            Handle handle, Rollout before, Deed deed, BiFunction<Rollout, Instant, Step> rule) {
        Instant now = handle.createQuery(NOW).mapTo(Instant.class).one();
        Step step = rule.apply(before, now);
        if (step instanceof Step.Taken(var after)) {
            PlanRow.update(handle, after.plan());
            WaveRows.keep(handle, after.plan());
            MemberRows.keep(handle, before, after);
            record(handle, after.plan(), deed, Difference.between(before, after));
            List<FlagChange> moves = FlagMoves.between(before, after);
            if (!moves.isEmpty()) {
                var _ = PostgresFlagOverlay.keep(handle, moves, deed.author());
            }
        }
        return step;
    }

    @Override
    public Optional<PlanId> due() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(DUE)
                                        .bind("rest", REST)
                                        .mapTo(UUID.class)
                                        .findOne()
                                        .map(PlanId::new));
    }

    @Override
    public Map<OrgId, PlanId> watched() {
        Map<OrgId, PlanId> watched = new HashMap<>();
        gate.jdbi()
                .useHandle(
                        handle ->
                                handle.createQuery(WATCHED)
                                        .map(
                                                (row, _) ->
                                                        watched.put(
                                                                new OrgId(row.getString("org")),
                                                                new PlanId(
                                                                        row.getObject(
                                                                                "plan_id",
                                                                                UUID.class))))
                                        .forEach(_ -> {}));
        return watched;
    }

    @Override
    public List<Entry> history(PlanId plan, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(HISTORY)
                                        .bind("plan", plan.value())
                                        .bind("limit", limit)
                                        .map(
                                                (row, _) ->
                                                        new Entry(
                                                                row.getLong("version"),
                                                                Moments.read(row, "at"),
                                                                row.getString("actor"),
                                                                row.getString("verb"),
                                                                row.getString("reason"),
                                                                DifferencesJson.read(
                                                                        row.getString(
                                                                                "differences"))))
                                        .list());
    }
}
