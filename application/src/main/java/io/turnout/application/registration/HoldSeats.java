package io.turnout.application.registration;

import io.turnout.application.waitingroom.Usher;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.Holding;
import io.turnout.domain.registration.Turnstile;
import java.util.Optional;

/// A visitor keeps seats for ten minutes. While others wait in line for the event, it takes a
/// ticket that was called.
public final class HoldSeats {
    private final RegistrationBook book;
    private final Usher usher;

    public HoldSeats(RegistrationBook book, Usher usher) {
        this.book = book;
        this.usher = usher;
    }

    public HoldDecision hold(HoldRequest request) {
        HoldRequest bare = request.with(Optional.empty());
        return switch (usher.entry(request.org(), request.event(), request.ticket())) {
            case FREE ->
                    usher.counted(
                            bare.org(),
                            bare.event(),
                            () -> book.hold(bare, standing -> Holding.decide(bare, standing)));
            case CALLED ->
                    usher.counted(
                            request.org(),
                            request.event(),
                            () ->
                                    book.hold(
                                            request,
                                            standing -> Turnstile.decide(request, standing)));
            case WAITS -> book.recallHold(bare, standing -> Turnstile.decide(bare, standing));
        };
    }
}
