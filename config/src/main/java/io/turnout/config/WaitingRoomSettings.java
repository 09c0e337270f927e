package io.turnout.config;

import io.turnout.domain.waitingroom.RoomRule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// From how many who wait for a decision on one event its waiting room opens, and how many a second
/// are called from it.
public record WaitingRoomSettings(
        @Min(1) @Max(1_000_000) int crowd,
        @DecimalMin("0.1") @DecimalMax("100000") double paceMin,
        @DecimalMin("0.1") @DecimalMax("100000") double paceMax) {
    static final WaitingRoomSettings USUAL =
            new WaitingRoomSettings(
                    RoomRule.USUAL.crowd(), RoomRule.USUAL.paceMin(), RoomRule.USUAL.paceMax());

    /// Where there are waiting lists, a line that is sold out goes on to join one.
    RoomRule toRule(int waitlistMax) {
        RoomRule.WhenSoldOut soldOut =
                waitlistMax > 0 ? RoomRule.WhenSoldOut.CALLS_ON : RoomRule.WhenSoldOut.STOPS;
        return new RoomRule(crowd, paceMin, Math.max(paceMin, paceMax), soldOut);
    }
}
