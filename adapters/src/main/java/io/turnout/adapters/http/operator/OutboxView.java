package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.delivery.Backlog;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.Reconciliations;
import io.turnout.application.delivery.ShowDelivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an org's delivery stands: lane by lane, job by job, comparison by comparison.
public record OutboxView(List<Lane> lanes, List<Job> jobs, List<Reconciliation> reconciliations)
        implements View {
    public static OutboxView of(ShowDelivery.View delivery) {
        return new OutboxView(
                delivery.lanes().stream().map(Lane::of).toList(),
                delivery.jobs().stream().map(Job::of).toList(),
                delivery.reconciliations().stream().map(Reconciliation::of).toList());
    }

    private static @Nullable String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }

    /// An event's lane in numbers; `heldBack` says why nothing of the org leaves.
    public record Lane(
            String event,
            long waiting,
            long sent,
            long setAside,
            @Nullable String oldest,
            @Nullable String heldBack) {
        static Lane of(Outbox.LaneView lane) {
            return new Lane(
                    lane.event().value(),
                    lane.waiting(),
                    lane.sent(),
                    lane.setAside(),
                    text(lane.oldest()),
                    lane.heldBack().orElse(null));
        }
    }

    /// A job of the Bulk API.
    public record Job(
            String event,
            String state,
            @Nullable String recordId,
            int rows,
            String startedAt,
            @Nullable String endedAt,
            @Nullable String note) {
        static Job of(Backlog.JobView job) {
            return new Job(
                    job.event().value(),
                    job.state(),
                    job.recordId().orElse(null),
                    job.rows(),
                    job.startedAt().toString(),
                    text(job.endedAt()),
                    job.note().orElse(null));
        }
    }

    /// A comparison of an event with its org.
    public record Reconciliation(
            String event,
            boolean running,
            long owedAgain,
            long deletedThere,
            long strangers,
            long calls,
            @Nullable String startedAt,
            @Nullable String endedAt,
            @Nullable String note) {
        static Reconciliation of(Reconciliations.View view) {
            return new Reconciliation(
                    view.event().value(),
                    view.running(),
                    view.owedAgain(),
                    view.deletedThere(),
                    view.strangers(),
                    view.calls(),
                    text(view.startedAt()),
                    text(view.endedAt()),
                    view.note().orElse(null));
        }
    }
}
