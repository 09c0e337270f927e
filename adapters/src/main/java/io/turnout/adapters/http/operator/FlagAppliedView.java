package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.flags.OverlayAcknowledgements.Applied;
import io.turnout.application.flags.OverlayAcknowledgements.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// On how many of the instances that live a change holds, and how long it took; `millis` is empty
/// where it does not hold yet.
public record FlagAppliedView(
        long revision,
        String changedAt,
        long applied,
        int instances,
        @Nullable Long millis,
        List<InstanceView> byInstance)
        implements View {
    public static FlagAppliedView of(Applied applied) {
        return new FlagAppliedView(
                applied.revision(),
                applied.changedAt().toString(),
                applied.instances().stream().filter(one -> one.appliedAt().isPresent()).count(),
                applied.instances().size(),
                applied.everywhereAt().map(at -> millis(applied, at)).orElse(null),
                applied.instances().stream().map(one -> instance(applied, one)).toList());
    }

    private static InstanceView instance(Applied applied, Instance one) {
        return new InstanceView(
                one.name(), one.appliedAt().map(at -> millis(applied, at)).orElse(null));
    }

    private static long millis(Applied applied, Instant at) {
        return Math.max(0, Duration.between(applied.changedAt(), at).toMillis());
    }

    /// One instance, and how long after the change it went by it.
    public record InstanceView(String instance, @Nullable Long millis) {}
}
