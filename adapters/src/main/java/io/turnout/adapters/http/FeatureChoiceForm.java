package io.turnout.adapters.http;

import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Choice;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an org's administrator says of a feature.
public record FeatureChoiceForm(
        @NotNull(message = "is missing")
                @Pattern(regexp = "in|out|none", message = "is in, out or none")
                String choice,
        @Pattern(
                        regexp = "(?=.*[!-?A-~])[ -?A-~]{1," + Author.REASON_MAX + "}",
                        message = "is 1 to 200 printable letters of ASCII, none @")
                @Nullable String reason)
        implements Form {
    private static final String USUAL = "its administrator said so";

    Optional<Choice> toChoice() {
        return choice.equals("none")
                ? Optional.empty()
                : Optional.of(Choice.valueOf(choice.toUpperCase(Locale.ROOT)));
    }

    String why() {
        return reason == null ? USUAL : reason;
    }
}
