package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.setting.Edits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which settings are to be others, and why. `urgent`: it begins without approval, and somebody
/// else has to confirm it within the hour.
public record ProposalForm(
        @NotNull(message = "is missing") @Size(min = 1, max = 40, message = "are 1 to 40") @Valid
                List<@NotNull(message = "is missing") WantedSetting> changes,
        @Nullable Boolean urgent,
        @NotNull(message = "is missing")
                @Pattern(regexp = RolloutStepForm.REASON, message = RolloutStepForm.REASON_IS)
                String reason)
        implements Form {
    /// What one is to be; without a value, as usual.
    public record WantedSetting(
            @NotNull(message = "is missing")
                    @Size(min = 1, max = 100, message = "has 1 to 100 letters")
                    String name,
            @Size(min = 1, max = Edits.VALUE_MAX, message = "has 1 to 4096 characters")
                    @Nullable String value) {}

    Edits toEdits() {
        Map<String, Optional<String>> edits = new HashMap<>();
        for (WantedSetting one : changes) {
            if (edits.put(one.name(), Optional.ofNullable(one.value())) != null) {
                throw Problem.invalid("changes", "name each setting once").toException();
            }
        }
        try {
            return new Edits(edits);
        } catch (IllegalArgumentException refused) {
            throw Problem.invalid("changes", "have names of variables").toException();
        }
    }
}
