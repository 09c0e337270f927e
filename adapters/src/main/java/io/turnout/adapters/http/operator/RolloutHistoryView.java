package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.rollout.Rollouts;
import io.turnout.domain.rollout.Difference;
import java.util.List;

/// What was done to a plan, newest first.
public record RolloutHistoryView(List<Line> entries) implements View {
    public static RolloutHistoryView of(List<Rollouts.Entry> entries) {
        return new RolloutHistoryView(entries.stream().map(Line::of).toList());
    }

    /// One step.
    public record Line(
            long version,
            String at,
            String actor,
            String verb,
            String reason,
            List<Change> differences) {
        static Line of(Rollouts.Entry entry) {
            return new Line(
                    entry.version(),
                    entry.at().toString(),
                    entry.actor(),
                    entry.verb(),
                    entry.reason(),
                    entry.differences().stream().map(Change::of).toList());
        }
    }

    /// From what to what; empty where there was nothing, or is nothing.
    public record Change(String what, String before, String after) {
        public static Change of(Difference difference) {
            return new Change(difference.what(), difference.before(), difference.after());
        }
    }
}
