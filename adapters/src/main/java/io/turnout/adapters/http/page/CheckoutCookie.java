package io.turnout.adapters.http.page;

import io.turnout.application.checkout.ResumeCheckout.Carrying;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutId;
import io.turnout.domain.event.EventId;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// Which checkout of an event this browser is in, so that going back and pressing again does not
/// register anybody twice: its id, a dot, and what the browser carries of it. Where TLS ends before
/// us its name keeps it to this one host. Nothing rests on it: forms carry the same, and more.
final class CheckoutCookie {
    private static final String NAME = "turnout-checkout-";
    private static final String HOST = "__Host-";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int ID_BYTES = 16;
    private static final SecureRandom CHANCE = new SecureRandom();

    private CheckoutCookie() {}

    static CheckoutId newId() {
        byte[] chance = new byte[ID_BYTES];
        CHANCE.nextBytes(chance);
        return CheckoutId.of(chance);
    }

    /// @param sealed as much of the checkout as fits
    static NewCookie of(Checkout checkout, String sealed, HttpHeaders headers) {
        return cookie(checkout, headers)
                .value(text(checkout.id(), sealed))
                .maxAge((int) LIFE.toSeconds())
                .build();
    }

    static NewCookie gone(Checkout checkout, HttpHeaders headers) {
        return cookie(checkout, headers).value("").maxAge(0).build();
    }

    private static NewCookie.Builder cookie(Checkout checkout, HttpHeaders headers) {
        boolean secure = "https".equals(headers.getHeaderString("X-Forwarded-Proto"));
        String path = EventSheet.path(checkout.org(), checkout.event());
        return new NewCookie.Builder((secure ? HOST : "") + NAME + checkout.event())
                .path(secure ? "/" : path)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX);
    }

    static String text(CheckoutId id, String sealed) {
        return id.value() + "." + sealed;
    }

    static Optional<Carrying> read(EventId event, HttpHeaders headers) {
        return Stream.of(HOST + NAME + event, NAME + event)
                .map(headers.getCookies()::get)
                .flatMap(Stream::ofNullable)
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(CheckoutCookie::parse);
    }

    /// What `text` wrote.
    static Optional<Carrying> parse(String text) {
        int dot = text.indexOf('.');
        try {
            return dot < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Carrying(
                                    new CheckoutId(text.substring(0, dot)),
                                    text.substring(dot + 1)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
