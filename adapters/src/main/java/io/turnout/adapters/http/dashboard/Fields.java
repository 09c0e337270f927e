package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.OrgParameter;
import io.turnout.adapters.http.page.FormBody;
import io.turnout.adapters.http.problem.Correlation;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.signin.Visitor;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.rollout.Author;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What addresses and forms of the dashboard say, as values of the domain, or a 422 that names the
/// field.
final class Fields {
    private Fields() {}

    static OrgId org(@Nullable String text) {
        return OrgParameter.read("org", text);
    }

    static EventId event(@Nullable String text) {
        return value("event", text, EventId::new, "is the id of an event");
    }

    static Optional<AttendeeId> attendee(@Nullable String text) {
        return text == null || text.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        value("attendee", text, AttendeeId::valueOf, "is the id of an attendee"));
    }

    static <V> V value(String field, @Nullable String text, Function<String, V> reader, String is) {
        try {
            if (text != null) {
                return reader.apply(text);
            }
        } catch (IllegalArgumentException refused) {
            // Falls through to the one answer for all that is none.
        }
        throw Problem.invalid(field, is).toException();
    }

    /// Who changes something, and the reason that the form gives.
    static Author author(ContainerRequestContext request, FormBody form) {
        String actor = Visitor.of(request).operator().subject();
        return value(
                "reason",
                form.one("reason"),
                reason -> new Author(actor, reason, Correlation.current()),
                "is 1 to 200 letters, and names nobody");
    }

    /// Whose hand it is, where no reason is asked for.
    static Hand hand(ContainerRequestContext request) {
        return new Hand(Visitor.of(request).operator().subject(), Correlation.current());
    }

    static FormBody form(byte[] body) {
        return FormBody.read(body)
                .orElseThrow(() -> Problem.invalid("form", "can be read").toException());
    }
}
