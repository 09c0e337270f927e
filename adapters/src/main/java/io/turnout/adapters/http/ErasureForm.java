package io.turnout.adapters.http;

import io.turnout.adapters.http.text.PlainText;
import io.turnout.adapters.http.text.Text;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.registration.Person;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;

/// Who wants to be forgotten. Never printed, and kept nowhere as it is.
public record ErasureForm(
        @NotNull(message = "is missing")
                @PlainText(max = Person.EMAIL_MAX)
                @Email(message = "is not an e-mail address")
                String email)
        implements Form {
    /// As registrations have it.
    String normal() {
        return Text.normal(email);
    }

    @Override
    public String toString() {
        return "ErasureForm[…]";
    }
}
