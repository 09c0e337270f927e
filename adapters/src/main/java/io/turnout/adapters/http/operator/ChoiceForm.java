package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.rollout.Choice;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/// What an org's administrator says of a feature: in, out or, to say nothing any more, none.
public record ChoiceForm(
        @NotNull(message = "is missing")
                @Pattern(regexp = "in|out|none", message = "is in, out or none")
                String choice,
        @NotNull(message = "is missing")
                @Pattern(regexp = RolloutStepForm.REASON, message = RolloutStepForm.REASON_IS)
                String reason)
        implements Form {
    Optional<Choice> toChoice() {
        return switch (choice) {
            case "in" -> Optional.of(Choice.IN);
            case "out" -> Optional.of(Choice.OUT);
            default -> Optional.empty();
        };
    }
}
