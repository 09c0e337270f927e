package io.turnout.domain.registration;

/// What an idempotency key already stands for. It is looked up before any refusal, so that a
/// repeat of what was admitted is never refused.
public sealed interface Earlier {
    record Nothing() implements Earlier {}

    /// The same request as now, admitted before.
    record SameRegistration(Registration registration) implements Earlier {}

    /// The same request as now, held before.
    record SameHold(Hold hold) implements Earlier {}

    /// The key is new, but the ticket of the waiting room has let somebody in already.
    record TicketUsed() implements Earlier {}

    /// What the key stood for was erased, and with it which request it was.
    record Gone() implements Earlier {}

    /// The key was given to another request.
    record Another() implements Earlier {}
}
