package io.turnout.adapters.http.page;

import io.turnout.application.privacy.ManageTokens;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.Waiting;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/// Who has just registered may see and cancel it for an hour, and who waits for seats for as
/// long as that may take. The token stands in a cookie that is sent to this one page alone, never
/// in an address.
final class ManageCookie {
    private static final String NAME = "turnout-manage";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration WAITING = Duration.ofDays(180);

    private ManageCookie() {}

    static String path(OrgId org, RegistrationId id) {
        return "/o/" + org + "/r/" + id;
    }

    /// On to the page of the registration.
    static Response confirm(Registration registration, ManageTokens tokens, HttpHeaders headers) {
        String path = path(registration.org(), registration.id());
        Duration life = registration.waiting() instanceof Waiting.Over ? LIFE : WAITING;
        NewCookie cookie =
                new NewCookie.Builder(NAME)
                        .value(tokens.of(registration.org(), registration.id().value()))
                        .path(path)
                        .maxAge((int) life.toSeconds())
                        .httpOnly(true)
                        .secure("https".equals(headers.getHeaderString("X-Forwarded-Proto")))
                        .sameSite(NewCookie.SameSite.LAX)
                        .build();
        return Response.seeOther(URI.create(path))
                .cookie(cookie)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static boolean fits(OrgId org, RegistrationId id, ManageTokens tokens, HttpHeaders headers) {
        Cookie cookie = headers.getCookies().get(NAME);
        return cookie != null && tokens.matches(org, id.value(), cookie.getValue());
    }
}
