package io.turnout.adapters.http.page;

import io.turnout.adapters.http.lane.Excess;
import io.turnout.adapters.http.lane.Guesses;
import io.turnout.adapters.http.problem.Correlation;
import io.turnout.application.attendeelink.LinkUseCases;
import io.turnout.application.attendeelink.OpenLink.Opened;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;

/// Reads tokens of links for pages, from whoever has not tried too many that are none.
final class InvitationDesk {
    private final LinkUseCases links;
    private final Pages pages;

    InvitationDesk(LinkUseCases links, Pages pages) {
        this.links = links;
        this.pages = pages;
    }

    /// What `answer` says to the link of this token; it is told of none where there is none.
    Response with(
            OrgId org,
            String token,
            HttpServletRequest wire,
            Function<Optional<LinkId>, Response> answer) {
        Guesses.Caller caller = Guesses.of(wire);
        Optional<Excess> excess = caller.excess();
        if (excess.isPresent()) {
            Response.ResponseBuilder page = pages.show(429, "problem", ProblemSheet.GUESSED);
            excess.get().headers(Correlation.current()).forEach(page::header);
            return page.build();
        }
        Optional<LinkId> link = links.read().read(org, token);
        if (link.isEmpty()) {
            caller.missed();
        }
        return answer.apply(link);
    }

    Optional<Opened> open(OrgId org, LinkId link) {
        return links.open().open(org, link);
    }

    Response unknown() {
        return pages.show(404, "problem", ProblemSheet.NO_INVITATION).build();
    }
}
