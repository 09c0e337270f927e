package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.rollout.Author;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// Why something is done to a plan, and in which version of it whoever asks has seen it.
public record RolloutStepForm(
        @Min(value = 1, message = "counts from 1") @Nullable Long version,
        @NotNull(message = "is missing")
                @Pattern(regexp = RolloutStepForm.REASON, message = RolloutStepForm.REASON_IS)
                String reason)
        implements Form {
    static final String REASON = "(?=.*[!-?A-~])[ -?A-~]{1," + Author.REASON_MAX + "}";
    static final String REASON_IS = "is 1 to 200 printable letters of ASCII, none @";
}
