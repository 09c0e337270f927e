package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.delivery.Outbox;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an org's delivery stands, lane by lane.
public record OutboxView(List<Lane> lanes) implements View {
    static OutboxView of(List<Outbox.LaneView> lanes) {
        return new OutboxView(lanes.stream().map(Lane::of).toList());
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
                    lane.oldest().map(Instant::toString).orElse(null),
                    lane.heldBack().orElse(null));
        }
    }
}
