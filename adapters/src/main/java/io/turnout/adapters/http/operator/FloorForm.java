package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Floor;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/// From when to when at least so many instances shall run, and why.
public record FloorForm(
        @NotNull(message = "is missing")
                @Pattern(regexp = WaitingRoomForm.TIME, message = "is a time in UTC")
                String from,
        @NotNull(message = "is missing")
                @Pattern(regexp = WaitingRoomForm.TIME, message = "is a time in UTC")
                String until,
        @NotNull(message = "is missing")
                @Min(value = 1, message = "is 1 or more")
                @Max(value = Bounds.MOST, message = "is 500 or less")
                Integer min,
        @NotNull(message = "is missing")
                @Pattern(regexp = RolloutStepForm.REASON, message = RolloutStepForm.REASON_IS)
                String reason)
        implements Form {
    Floor toFloor() {
        Instant begins = RolloutForm.instant("from", from);
        Instant ends = RolloutForm.instant("until", until);
        if (!begins.isBefore(ends)) {
            throw Problem.invalid("until", "comes after from").toException();
        }
        return new Floor(begins, ends, min);
    }
}
