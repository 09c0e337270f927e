package io.turnout.adapters.http.signin;

import io.turnout.adapters.http.operator.Operator;
import io.turnout.domain.operator.SessionKey;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Objects;
import java.util.Optional;

/// Who looks at a page of the dashboard. Forms of that page carry `formToken`.
public record Visitor(Operator operator, SessionKey session, String formToken) {
    private static final String PROPERTY = "io.turnout.visitor";

    void noteIn(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }

    /// Whoever was let in to a page that asks for a role.
    public static Visitor of(ContainerRequestContext request) {
        return (Visitor) Objects.requireNonNull(request.getProperty(PROPERTY), "nobody came in");
    }

    /// The same, where somebody may have been turned away before.
    public static Optional<Visitor> in(ContainerRequestContext request) {
        return Optional.ofNullable((Visitor) request.getProperty(PROPERTY));
    }

    @Override
    public String toString() {
        return "Visitor[" + operator + "]";
    }
}
