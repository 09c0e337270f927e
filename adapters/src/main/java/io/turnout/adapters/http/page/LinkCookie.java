package io.turnout.adapters.http.page;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The link that a browser has opened, for an hour: sent to the page of that invitation alone, so
/// that the address of the page holds nothing and can be shown to anybody.
final class LinkCookie {
    private static final String NAME = "turnout-link";
    private static final Duration LIFE = Duration.ofHours(1);

    private LinkCookie() {}

    static String path(OrgId org, EventId event) {
        return EventSheet.path(org, event) + "/invited";
    }

    /// On to the page whose address holds nothing.
    static Response move(OrgId org, EventId event, String token, HttpHeaders headers) {
        String path = path(org, event);
        NewCookie cookie =
                new NewCookie.Builder(NAME)
                        .value(token)
                        .path(path)
                        .maxAge((int) LIFE.toSeconds())
                        .httpOnly(true)
                        .secure("https".equals(headers.getHeaderString("X-Forwarded-Proto")))
                        .sameSite(NewCookie.SameSite.LAX)
                        .build();
        return Response.seeOther(URI.create(path))
                .cookie(cookie)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static Optional<String> token(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(NAME)).map(Cookie::getValue);
    }
}
