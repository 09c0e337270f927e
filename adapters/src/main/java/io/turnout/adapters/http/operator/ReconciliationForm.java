package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.adapters.http.wire.Form;
import jakarta.validation.constraints.NotNull;

/// Which event shall be compared with its org, row by row.
public record ReconciliationForm(
        @NotNull(message = "is missing") @SalesforceId String org,
        @NotNull(message = "is missing") @SalesforceId String event)
        implements Form, OfOrg {}
