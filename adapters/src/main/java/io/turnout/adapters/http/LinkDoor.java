package io.turnout.adapters.http;

import io.turnout.adapters.http.lane.Guesses;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.application.attendeelink.ReadLink;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Where the token of a link is read: whoever has tried too many that are none is not heard.
final class LinkDoor {
    private static final String FIELD = "link";

    private final ReadLink read;

    LinkDoor(ReadLink read) {
        this.read = read;
    }

    /// The link of a token; empty for what is none, which is counted.
    ///
    /// @throws WebApplicationException when this caller has to wait
    Optional<LinkId> read(OrgId org, String token, Guesses.Caller caller) {
        caller.excess()
                .ifPresent(
                        excess -> {
                            throw new WebApplicationException(Refusals.excess(excess));
                        });
        Optional<LinkId> link = read.read(org, token);
        if (link.isEmpty()) {
            caller.missed();
        }
        return link;
    }

    /// The link that a form names, if it names one, for as many as it lets in.
    ///
    /// @throws WebApplicationException when it is no link, or a group comes by it
    Optional<LinkId> of(OrgId org, RegistrationForm form, Guesses.Caller caller) {
        String token = form.link();
        if (token == null) {
            return Optional.empty();
        }
        if (form.attendees().size() > 1) {
            throw Problem.invalid(FIELD, "a link invites one person").toException();
        }
        Optional<LinkId> link = read(org, token, caller);
        if (link.isEmpty()) {
            throw new WebApplicationException(unknown());
        }
        return link;
    }

    static Response unknown() {
        return Problem.invalid(FIELD, "this link is not known").toResponse();
    }
}
