package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.text.PlainText;
import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.adapters.http.text.Text;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.registration.Person;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// Who wants to be forgotten, and where: in one org, or everywhere. Never printed.
public record OperatorErasureForm(
        @NotNull(message = "is missing")
                @PlainText(max = Person.EMAIL_MAX)
                @Email(message = "is not an e-mail address")
                String email,
        @SalesforceId @Nullable String org)
        implements Form, OfOrg {
    String normal() {
        return Text.normal(email);
    }

    @Override
    public String toString() {
        return "OperatorErasureForm[…]";
    }
}
