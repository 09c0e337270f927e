package io.turnout.domain.registration;

import java.time.Duration;
import java.time.Instant;

/// How many may stand in line for an event (nobody, where there shall be no lines), and how long
/// an offer runs.
public record WaitlistRule(int max, Duration offer) {
    /// However near the event is, a visitor has so long to hear of an offer and to accept it.
    public static final Duration SHORTEST = Duration.ofMinutes(15);

    public static final WaitlistRule USUAL = new WaitlistRule(10_000, Duration.ofHours(24));

    private static final int OFFERS_BEFORE_THE_DOORS = 4;

    public WaitlistRule {
        if (max < 0 || offer.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("a line of 0 or more, offers of 15 minutes or more");
        }
    }

    /// When an offer that is made now ends. It takes at most a quarter of what is left until the
    /// event starts, or, once it has started, until it ends: so that a seat that nobody wants can
    /// still be offered to the next. No offer outlives the event.
    public Instant until(Offer event, Instant now) {
        Instant doors = now.isBefore(event.startsAt()) ? event.startsAt() : event.endsAt();
        Duration share = Duration.between(now, doors).dividedBy(OFFERS_BEFORE_THE_DOORS);
        Duration life = share.compareTo(offer) < 0 ? share : offer;
        Instant end = now.plus(life.compareTo(SHORTEST) < 0 ? SHORTEST : life);
        return end.isBefore(event.endsAt()) ? end : event.endsAt();
    }
}
