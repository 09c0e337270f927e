package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.adapters.http.wire.Form;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/// Which org is to move, and to which stack.
public record RelocationForm(
        @NotNull(message = "is missing") @SalesforceId String org,
        @NotNull(message = "is missing")
                @Pattern(regexp = "[a-z0-9-]{1,40}", message = "is the name of a stack")
                String to)
        implements Form, OfOrg {}
