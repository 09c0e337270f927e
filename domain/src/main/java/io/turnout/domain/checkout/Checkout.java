package io.turnout.domain.checkout;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where a visitor stands between the page of an event and a registration: a help to the memory
/// of browsers, and never the truth, which is the hold and the key in the storage. It names nobody:
/// who comes is only ever in the form.
///
/// @param key under which it registers, and holds
public record Checkout(
        OrgId org,
        EventId event,
        CheckoutId id,
        CheckoutVersion version,
        IdempotencyKey key,
        Optional<Held> held) {
    public static Checkout begun(
            OrgId org, EventId event, CheckoutId id, CheckoutVersion version, IdempotencyKey key) {
        return new Checkout(org, event, id, version, key, Optional.empty());
    }

    public Checkout holding(Held seats) {
        return new Checkout(org, event, id, version, key, Optional.of(seats));
    }

    /// What fits a cookie: all but the places.
    public Checkout brief() {
        return new Checkout(org, event, id, version, key, held.map(Held::brief));
    }

    /// The seats it holds, one place a person. Without places where only so much is remembered.
    public record Held(HoldId hold, Instant until, List<Place> places) {
        public Held {
            places = List.copyOf(places);
            if (places.size() > RegistrationRequest.GROUP_MAX) {
                throw new IllegalArgumentException("a hold has at most 50 places");
            }
        }

        Held brief() {
            return new Held(hold, until, List.of());
        }
    }
}
