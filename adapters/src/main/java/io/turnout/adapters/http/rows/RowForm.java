package io.turnout.adapters.http.rows;

import io.turnout.adapters.http.text.PlainText;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.registration.Person;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// One link as it is brought: what the org calls it, who is invited, and how many may come by it,
/// one if nothing is said. Checked as the same words of somebody who registers. Never printed.
public record RowForm(
        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String id,
        @NotNull @PlainText(max = Person.EMAIL_MAX) @Email String email,
        @PlainText(max = Person.NAME_MAX) @Nullable String name,
        @PlainText(max = Person.TITLE_MAX) @Nullable String title,
        @PlainText(max = Person.COMPANY_MAX) @Nullable String company,
        @Min(1) @Max(Link.USES_MAX) @Nullable Integer uses) {
    @Override
    public String toString() {
        return "RowForm[…]";
    }
}
