package io.turnout.config;

import io.turnout.domain.waitingroom.RoomRule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From how many who wait for a decision on one event its waiting room opens, and how many a second
/// are called from it; the usual, where nothing is said.
public record WaitingRoomSettings(
        @Nullable @Min(1) @Max(1_000_000) Integer crowd,
        @Nullable @DecimalMin("0.1") @DecimalMax("100000") Double paceMin,
        @Nullable @DecimalMin("0.1") @DecimalMax("100000") Double paceMax) {
    static final WaitingRoomSettings USUAL = new WaitingRoomSettings(null, null, null);

    /// Where there are waiting lists, a line that is sold out goes on to join one.
    RoomRule toRule(int waitlistMax) {
        RoomRule usual = RoomRule.USUAL;
        double least = Optional.ofNullable(paceMin).orElse(usual.paceMin());
        double most = Optional.ofNullable(paceMax).orElse(usual.paceMax());
        return new RoomRule(
                Optional.ofNullable(crowd).orElse(usual.crowd()),
                least,
                Math.max(least, most),
                waitlistMax > 0 ? RoomRule.WhenSoldOut.CALLS_ON : RoomRule.WhenSoldOut.STOPS);
    }
}
