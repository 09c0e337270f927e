package io.turnout.domain.registration;

import java.util.Optional;

/// Who comes in while others wait in line: who has a ticket that was called and has let nobody in
/// yet, and who holds seats. It turns back only whom admission would let in; a repeat, a full
/// room and every other answer is told as ever, so that nobody waits for a no.
public final class Turnstile {
    private Turnstile() {}

    /// The decision on one request. Whether its ticket was called is known before.
    public static Decision decide(RegistrationRequest request, Standing standing) {
        Decision decision = Admission.decide(request, standing);
        boolean holds =
                standing.hold()
                        .filter(hold -> hold.event().equals(request.event()))
                        .filter(hold -> hold.runningAt(standing.now()))
                        .isPresent();
        boolean takesPlace =
                decision instanceof Decision.Admitted || decision instanceof Decision.Waitlisted;
        return takesPlace && !holds
                ? back(request.ticket().isPresent(), standing)
                        .<Decision>map(no -> no)
                        .orElse(decision)
                : decision;
    }

    public static HoldDecision decide(HoldRequest request, Standing standing) {
        HoldDecision decision = Holding.decide(request, standing);
        return decision instanceof HoldDecision.Held
                ? back(request.ticket().isPresent(), standing)
                        .<HoldDecision>map(no -> no)
                        .orElse(decision)
                : decision;
    }

    private static Optional<MustWait> back(boolean called, Standing standing) {
        if (!called) {
            return Optional.of(new MustWait(MustWait.Cause.OTHERS_COME_FIRST));
        }
        return standing.earlier() instanceof Earlier.TicketUsed
                ? Optional.of(new MustWait(MustWait.Cause.TICKET_USED))
                : Optional.empty();
    }
}
