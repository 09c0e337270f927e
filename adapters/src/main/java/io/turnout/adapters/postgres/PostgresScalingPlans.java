package io.turnout.adapters.postgres;

import io.turnout.application.scaling.ScalingPlans;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Floor;
import io.turnout.domain.scaling.ScalingPlan;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The plan of a stack in PostgreSQL, for all its instances.
public final class PostgresScalingPlans implements ScalingPlans {
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(6, 0)";
    private static final String BOUNDS = "select least, most from scaling_plan";
    private static final String FLOORS = "select * from scaling_floor order by number limit :limit";
    private static final String KEEP =
            """
            insert into scaling_plan (least, most) values (:least, :most)
            on conflict (only_one) do update set least = excluded.least, most = excluded.most
            """;
    private static final String CLEAR = "delete from scaling_floor";
    private static final String ADD =
            """
            insert into scaling_floor (from_at, until_at, least) values (:from, :until, :least)
            """;

    private final Gate gate;
    private final ScalingPlan first;

    /// @param first what holds until somebody changes it
    public PostgresScalingPlans(Gate gate, ScalingPlan first) {
        this.gate = gate;
        this.first = first;
    }

    @Override
    public ScalingPlan plan() {
        return gate.jdbi().inTransaction(this::read);
    }

    @Override
    public ScalingPlan change(UnaryOperator<ScalingPlan> change) {
        return Patience.with(() -> gate.jdbi().inTransaction(handle -> change(handle, change)));
    }

    private ScalingPlan change(Handle handle, UnaryOperator<ScalingPlan> change) {
        handle.execute(ONE_AT_A_TIME);
        ScalingPlan before = read(handle);
        ScalingPlan after = change.apply(before);
        if (!after.bounds().equals(before.bounds())) {
            int _ =
                    handle.createUpdate(KEEP)
                            .bind("least", after.bounds().min())
                            .bind("most", after.bounds().max())
                            .execute();
        }
        if (!after.floors().equals(before.floors())) {
            int _ = handle.createUpdate(CLEAR).execute();
            add(handle, after.floors());
        }
        return after;
    }

    private static void add(Handle handle, List<Floor> floors) {
        PreparedBatch rows = handle.prepareBatch(ADD);
        floors.forEach(
                floor ->
                        rows.bind("from", Moments.utc(floor.from()))
                                .bind("until", Moments.utc(floor.until()))
                                .bind("least", floor.min())
                                .add());
        int[] _ = rows.execute();
    }

    private ScalingPlan read(Handle handle) {
        return new ScalingPlan(
                handle.createQuery(BOUNDS)
                        .map((row, _) -> new Bounds(row.getInt("least"), row.getInt("most")))
                        .findOne()
                        .orElse(first.bounds()),
                handle.createQuery(FLOORS)
                        .bind("limit", ScalingPlan.FLOORS_MAX)
                        .map(
                                (row, _) ->
                                        new Floor(
                                                Moments.read(row, "from_at"),
                                                Moments.read(row, "until_at"),
                                                row.getInt("least")))
                        .list());
    }
}
