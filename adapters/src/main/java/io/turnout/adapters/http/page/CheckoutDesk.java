package io.turnout.adapters.http.page;

import io.turnout.application.checkout.CheckoutUseCases;
import io.turnout.application.checkout.KeepCheckout.Carried;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.IdempotencyKey;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/// Begins checkouts and goes on with them, for both ways a checkout can go.
final class CheckoutDesk {
    private static final int KEY_MAX = 100;

    private final CheckoutUseCases checkouts;

    CheckoutDesk(CheckoutUseCases checkouts) {
        this.checkouts = checkouts;
    }

    CheckoutVersion current(OrgId org) {
        return checkouts.showVersion().show(org);
    }

    /// The checkout of this version that the browser's cookie tells of.
    Optional<Checkout> resumed(
            OrgId org, EventId event, CheckoutVersion version, HttpHeaders headers) {
        return CheckoutCookie.read(event, headers)
                .flatMap(browser -> checkouts.resumeCheckout().resume(org, event, browser))
                .filter(checkout -> checkout.version() == version);
    }

    /// The checkout that a form carries.
    Optional<Checkout> carried(OrgId org, EventId event, String field) {
        return CheckoutCookie.parse(field)
                .flatMap(browser -> checkouts.resumeCheckout().resume(org, event, browser));
    }

    Optional<Carried> keep(Checkout checkout) {
        return checkouts.keepCheckout().keep(checkout);
    }

    /// Nothing is done yet. The browser sends the form again, as it is, to `path`, under a key of
    /// its own; who presses twice, or goes back and presses again, still has that key.
    Response begin(Checkout checkout, String path, HttpHeaders headers) {
        URI again = URI.create(path + "?key=" + checkout.key().value());
        Response.ResponseBuilder answer =
                Response.temporaryRedirect(again).header(HttpHeaders.CACHE_CONTROL, "no-store");
        return keep(checkout)
                .map(kept -> answer.cookie(CheckoutCookie.of(checkout, kept.brief(), headers)))
                .orElse(answer)
                .build();
    }

    /// A key as we give them; none where somebody made up something longer.
    static Optional<IdempotencyKey> key(String text) {
        try {
            return text.length() > KEY_MAX
                    ? Optional.empty()
                    : Optional.of(new IdempotencyKey(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
