package io.turnout.adapters.postgres;

import io.turnout.application.rollout.Rollouts.Query;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Stage;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Plans in PostgreSQL, the newest first.
final class RolloutList {
    private static final String LIST =
            """
            select * from rollout_plan
            where (cast(:flag as text) is null or flag = :flag)
            and (cast(:stage as text) is null or stage = :stage)
            and (cast(:reviews as text) is null
                or review = any(string_to_array(cast(:reviews as text), ' ')))
            and (cast(:owner as text) is null or owner = :owner)
            and (cast(:before as uuid) is null or plan_id < :before)
            order by plan_id desc limit :limit
            """;

    private RolloutList() {}

    static List<Rollout> read(Handle handle, Query query) {
        Optional<Stage> stage = query.state().map(RolloutList::stage).or(query::stage);
        return handle
                .createQuery(LIST)
                .bind("flag", query.flag().map(Flag::key).orElse(null))
                .bind("stage", stage.map(Words::of).orElse(null))
                .bind("reviews", query.state().flatMap(RolloutList::reviews).orElse(null))
                .bind("owner", query.owner().orElse(null))
                .bind("before", query.before().map(PlanId::value).orElse(null))
                .bind("limit", query.limit())
                .map((row, _) -> PlanRow.read(row, id -> WaveRows.read(handle, id)))
                .list()
                .stream()
                .map(plan -> new Rollout(plan, MemberRows.read(handle, plan.id())))
                .toList();
    }

    private static Stage stage(PlanState state) {
        return switch (state) {
            case DRAFT, IN_REVIEW, APPROVED -> Stage.NOT_STARTED;
            case RUNNING -> Stage.RUNNING;
            case PAUSED -> Stage.PAUSED;
            case COMPLETED -> Stage.COMPLETED;
            case ROLLED_BACK -> Stage.ROLLED_BACK;
            case ABORTED -> Stage.ABORTED;
        };
    }

    /// Before a plan starts, its state is how far its approval is.
    private static Optional<String> reviews(PlanState state) {
        return switch (state) {
            case DRAFT -> Optional.of("open declined");
            case IN_REVIEW -> Optional.of("asked");
            case APPROVED -> Optional.of("approved");
            case RUNNING, PAUSED, COMPLETED, ROLLED_BACK, ABORTED -> Optional.empty();
        };
    }
}
