package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.scaling.Bounds;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/// Between how many instances the stack shall run, and why.
public record BoundsForm(
        @NotNull(message = "is missing")
                @Min(value = 0, message = "is 0 or more")
                @Max(value = Bounds.MOST, message = "is 500 or less")
                Integer min,
        @NotNull(message = "is missing")
                @Min(value = 0, message = "is 0 or more")
                @Max(value = Bounds.MOST, message = "is 500 or less")
                Integer max,
        @NotNull(message = "is missing")
                @Pattern(regexp = RolloutStepForm.REASON, message = RolloutStepForm.REASON_IS)
                String reason)
        implements Form {
    Bounds toBounds() {
        if (min > max) {
            throw Problem.invalid("min", "is no more than max").toException();
        }
        return new Bounds(min, max);
    }
}
