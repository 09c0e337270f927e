package io.turnout.adapters.http.signin;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The two cookies of the dashboard. That of a session is sent from our own pages alone; that of a
/// sign-in which was begun also when the sign-in service sends the browser back, and ends soon.
record SessionCookies(boolean secure) {
    private static final String SESSION = "turnout-operator";
    private static final String PENDING = "turnout-sign-in";
    private static final Duration PENDING_LIFE = Duration.ofMinutes(10);

    NewCookie session(SessionSecret secret) {
        return cookie(SESSION, NewCookie.SameSite.STRICT).value(secret.value()).build();
    }

    NewCookie noSession() {
        return cookie(SESSION, NewCookie.SameSite.STRICT).value("").maxAge(0).build();
    }

    NewCookie pending(PendingSignIn pending) {
        return cookie(PENDING, NewCookie.SameSite.LAX)
                .value(pending.text())
                .maxAge((int) PENDING_LIFE.toSeconds())
                .build();
    }

    NewCookie noPending() {
        return cookie(PENDING, NewCookie.SameSite.LAX).value("").maxAge(0).build();
    }

    private NewCookie.Builder cookie(String name, NewCookie.SameSite site) {
        return new NewCookie.Builder(called(name))
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(site);
    }

    /// Where TLS ends before us the name keeps it to this one host.
    private String called(String name) {
        return secure ? "__Host-" + name : name;
    }

    Optional<SessionSecret> session(Map<String, Cookie> cookies) {
        return read(cookies, SESSION).flatMap(SessionSecret::of);
    }

    Optional<PendingSignIn> pending(Map<String, Cookie> cookies) {
        return read(cookies, PENDING).flatMap(PendingSignIn::parse);
    }

    private Optional<String> read(Map<String, Cookie> cookies, String name) {
        return Optional.ofNullable(cookies.get(called(name))).map(Cookie::getValue);
    }
}
