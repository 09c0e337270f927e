package io.turnout.adapters.postgres;

import io.turnout.domain.rollout.Exit;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.Wave;
import io.turnout.domain.rollout.WaveState;
import io.turnout.domain.rollout.WaveTerms;
import io.turnout.domain.rollout.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The waves of a plan as rows.
final class WaveRows {
    private static final String KEEP =
            """
            insert into rollout_wave (plan_id, number, title, listed, whom, regions, zones, tiers,
                tags, at_most, opens, closes, entry, switched, bake_millis, requests, state, since,
                entered_at)
            values (:plan, :number, :title, :listed, :whom, :regions, :zones, :tiers, :tags,
                :atMost, :opens, :closes, :entry, :switched, :bake, :requests, :state, :since,
                :enteredAt)
            on conflict (plan_id, number) do update set title = excluded.title,
                listed = excluded.listed, whom = excluded.whom, regions = excluded.regions,
                zones = excluded.zones, tiers = excluded.tiers, tags = excluded.tags,
                at_most = excluded.at_most, opens = excluded.opens, closes = excluded.closes,
                entry = excluded.entry, switched = excluded.switched,
                bake_millis = excluded.bake_millis, requests = excluded.requests,
                state = excluded.state, since = excluded.since, entered_at = excluded.entered_at
            """;
    private static final String CUT =
            "delete from rollout_wave where plan_id = :plan and number >= :count";
    private static final String READ =
            "select * from rollout_wave where plan_id = :plan order by number";

    private WaveRows() {}

    static void keep(Handle handle, Plan plan) {
        PreparedBatch rows = handle.prepareBatch(KEEP);
        for (int i = 0; i < plan.waves().size(); i++) {
            Wave wave = plan.waves().get(i);
            WaveTerms terms = wave.terms();
            OptionalInt atMost = terms.atMost();
            var _ =
                    SelectionRow.bind(rows, terms.selection())
                            .bind("plan", plan.id().value())
                            .bind("number", i)
                            .bind("title", terms.title())
                            .bind("atMost", atMost.isPresent() ? (Integer) atMost.getAsInt() : null)
                            .bind("opens", terms.window().opens())
                            .bind("closes", terms.window().closes())
                            .bind("entry", Words.of(terms.entry()))
                            .bind("switched", terms.exit().switched())
                            .bind("bake", terms.exit().bake().toMillis())
                            .bind("requests", terms.exit().requests())
                            .bind("state", Words.of(wave.state()))
                            .bind("since", Moments.utc(wave.since()))
                            .bind("enteredAt", Moments.utc(wave.enteredAt()))
                            .add();
        }
        int[] _ = rows.execute();
        int _ =
                handle.createUpdate(CUT)
                        .bind("plan", plan.id().value())
                        .bind("count", plan.waves().size())
                        .execute();
    }

    static List<Wave> read(Handle handle, PlanId plan) {
        return handle.createQuery(READ)
                .bind("plan", plan.value())
                .map((row, _) -> wave(row))
                .list();
    }

    private static Wave wave(ResultSet row) throws SQLException {
        int atMost = row.getInt("at_most");
        OptionalInt limit = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(atMost);
        return new Wave(
                new WaveTerms(
                        row.getString("title"),
                        SelectionRow.read(row),
                        limit,
                        new Window(
                                row.getObject("opens", LocalTime.class),
                                row.getObject("closes", LocalTime.class)),
                        Words.read(WaveTerms.Entry.class, row.getString("entry")),
                        new Exit(
                                row.getDouble("switched"),
                                Duration.ofMillis(row.getLong("bake_millis")),
                                row.getLong("requests"))),
                Words.read(WaveState.class, row.getString("state")),
                Moments.maybe(row, "since"),
                Moments.maybe(row, "entered_at"));
    }
}
