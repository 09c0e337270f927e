package io.turnout.adapters.http.signin;

import io.turnout.adapters.http.operator.Pseudonym;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.page.Pages;
import io.turnout.adapters.http.problem.Correlation;
import io.turnout.application.operator.SessionUseCases;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.stream.Collectors;

/// Over which whoever signed in comes in, and leaves. The browser is shown a page of ours first,
/// which goes on by itself: the cookie of a session is not sent with a page that another site's
/// answer leads to.
public final class Threshold {
    private final SessionUseCases sessions;
    private final SessionCookies cookies;
    private final Pages pages;

    public Threshold(SessionUseCases sessions, DeskSettings settings) {
        this.sessions = sessions;
        this.cookies = new SessionCookies(settings.isSecure());
        this.pages = Pages.beside(Threshold.class);
    }

    /// A new session with a new secret, whatever the browser held before.
    public Response welcome(String subject, Set<Role> roles, String then) {
        SessionSecret secret = SessionSecret.fresh();
        sessions.open()
                .open(
                        secret.key(),
                        Pseudonym.of(subject),
                        roles.stream().map(Role::word).collect(Collectors.toSet()),
                        Correlation.current());
        return pages.show(200, "welcome", Places.inside(then))
                .cookie(cookies.session(secret), cookies.noPending())
                .build();
    }

    /// The session is over here and wherever its secret was copied to.
    NewCookie farewell(Visitor visitor) {
        var _ = sessions.close().close(visitor.session());
        return cookies.noSession();
    }

    SessionCookies cookies() {
        return cookies;
    }

    Pages pages() {
        return pages;
    }
}
