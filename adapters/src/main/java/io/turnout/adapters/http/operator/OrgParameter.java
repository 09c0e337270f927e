package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.domain.org.OrgId;
import org.jspecify.annotations.Nullable;

/// The org that an operator asks about.
public final class OrgParameter {
    private OrgParameter() {}

    /// The org that a query parameter names.
    ///
    /// @throws jakarta.ws.rs.WebApplicationException when it names none
    public static OrgId read(String name, @Nullable String org) {
        try {
            if (org != null) {
                return new OrgId(org);
            }
        } catch (IllegalArgumentException refused) {
            // Falls through to the one answer for every id that is none.
        }
        throw Problem.invalid(name, "is the id of a Salesforce org").toException();
    }
}
