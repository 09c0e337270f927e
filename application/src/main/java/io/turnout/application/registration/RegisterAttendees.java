package io.turnout.application.registration;

import io.turnout.application.waitingroom.Usher;
import io.turnout.domain.registration.Admission;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.Turnstile;
import java.util.Optional;

/// A group registers for an event. Kept before it is answered; Salesforce learns of it later. While
/// others wait in line for the event, it needs a ticket that was called.
public final class RegisterAttendees {
    private final RegistrationBook book;
    private final Usher usher;

    public RegisterAttendees(RegistrationBook book, Usher usher) {
        this.book = book;
        this.usher = usher;
    }

    public Decision register(RegistrationRequest request) {
        RegistrationRequest bare = request.with(Optional.empty());
        return switch (usher.entry(request.org(), request.event(), request.ticket())) {
            case FREE ->
                    usher.counted(
                            bare.org(),
                            bare.event(),
                            () -> book.decide(bare, standing -> Admission.decide(bare, standing)));
            case CALLED ->
                    usher.counted(
                            request.org(),
                            request.event(),
                            () ->
                                    book.decide(
                                            request,
                                            standing -> Turnstile.decide(request, standing)));
            case WAITS -> book.recall(bare, standing -> Turnstile.decide(bare, standing));
        };
    }
}
