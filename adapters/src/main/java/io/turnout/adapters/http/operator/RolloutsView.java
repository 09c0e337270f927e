package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.rollout.ListRollouts;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Wave;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Plans, newest first; `next` is the cursor of the page after this one.
public record RolloutsView(List<Row> rollouts, @Nullable String next) implements View {
    public static RolloutsView of(List<ListRollouts.Line> rollouts, int size) {
        return new RolloutsView(
                rollouts.stream().map(Row::of).toList(),
                rollouts.size() == size
                        ? rollouts.getLast().rollout().plan().id().toString()
                        : null);
    }

    /// One plan; `wave` is the one that is under way or the next, of `waves`, counted from one.
    /// `health` is how the worst wave of a plan that is under way fares, and `next` who is next.
    public record Row(
            String id,
            long version,
            String flag,
            String title,
            String state,
            String owner,
            String notBefore,
            int waves,
            @Nullable Integer wave,
            @Nullable String waveTitle,
            @Nullable String waveState,
            int orgsLive,
            int orgsWaiting,
            @Nullable String health,
            @Nullable PlacementView next) {
        static Row of(ListRollouts.Line line) {
            Rollout rollout = line.rollout();
            Plan plan = rollout.plan();
            OptionalInt current = plan.current();
            @Nullable Wave wave = current.isPresent() ? plan.waves().get(current.getAsInt()) : null;
            return new Row(
                    plan.id().toString(),
                    plan.version(),
                    plan.flag().key(),
                    plan.title(),
                    Spelling.of(plan.state()),
                    plan.owner(),
                    plan.notBefore().toString(),
                    plan.waves().size(),
                    current.isPresent() ? (Integer) (current.getAsInt() + 1) : null,
                    wave == null ? null : wave.terms().title(),
                    wave == null ? null : Spelling.of(wave.state()),
                    rollout.orgs(one -> one.state() == Member.State.LIVE).size(),
                    rollout.orgs(one -> one.state() == Member.State.PENDING).size(),
                    line.worst().map(Spelling::of).orElse(null),
                    line.next().map(PlacementView::of).orElse(null));
        }
    }
}
