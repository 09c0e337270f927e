package io.turnout.adapters.http.page;

import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.IdempotencyKey;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/// Under which key this browser registers for an event, so that going back and pressing again
/// does not register anybody twice. Nothing rests on it: the form carries its key too.
final class CheckoutCookie {
    private static final String NAME = "turnout-checkout-";
    private static final Duration LIFE = Duration.ofHours(1);

    private CheckoutCookie() {}

    static NewCookie of(EventId event, String key, String path, HttpHeaders headers) {
        return new NewCookie.Builder(NAME + event)
                .value(key)
                .path(path)
                .maxAge((int) LIFE.toSeconds())
                .httpOnly(true)
                .secure("https".equals(headers.getHeaderString("X-Forwarded-Proto")))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    static Optional<String> key(EventId event, HttpHeaders headers) {
        Cookie cookie = headers.getCookies().get(NAME + event);
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(CheckoutCookie::isKey);
    }

    private static boolean isKey(String value) {
        try {
            return !new IdempotencyKey(value).value().isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
