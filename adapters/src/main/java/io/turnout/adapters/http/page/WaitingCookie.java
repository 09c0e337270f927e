package io.turnout.adapters.http.page;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.waitingroom.Ticket;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/// A browser keeps its ticket in a cookie that is sent to the page of this one event alone.
final class WaitingCookie {
    private static final String NAME = "turnout-ticket";

    private WaitingCookie() {}

    static Optional<String> token(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(NAME)).map(Cookie::getValue);
    }

    static NewCookie keep(OrgId org, EventId event, String token, HttpHeaders headers) {
        return cookie(org, event, headers)
                .value(token)
                .maxAge((int) Ticket.LIFE.toSeconds())
                .build();
    }

    static NewCookie forget(OrgId org, EventId event, HttpHeaders headers) {
        return cookie(org, event, headers).value("").maxAge(0).build();
    }

    private static NewCookie.Builder cookie(OrgId org, EventId event, HttpHeaders headers) {
        return new NewCookie.Builder(NAME)
                .path("/o/" + org + "/e/" + event)
                .httpOnly(true)
                .secure("https".equals(headers.getHeaderString("X-Forwarded-Proto")))
                .sameSite(NewCookie.SameSite.LAX);
    }
}
