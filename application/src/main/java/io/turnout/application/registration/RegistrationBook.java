package io.turnout.application.registration;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AcceptDecision;
import io.turnout.domain.registration.AcceptRequest;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.ReleaseRequest;
import io.turnout.domain.registration.Standing;
import io.turnout.domain.registration.TendDecision;
import io.turnout.domain.registration.TendRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Where registrations, holds and the seats they take are kept.
///
/// Each deciding method reads how things stand, asks the rule, and keeps what it answers: the
/// registration or hold, its seats, its key and the delivery it owes the org, all of them or
/// none. Requests for the same room are decided one after another. The rule may be asked more
/// than once for one request, so it must be pure; what it answered last is what was kept. When a
/// method returns, the commit is durable (A18). Nothing is kept when it throws, and an
/// `Undecided` says what may have been kept. A request's ticket lets in once: who was admitted with
/// it is found under it, as under the key.
public interface RegistrationBook {
    Decision decide(RegistrationRequest request, Function<Standing, Decision> rule);

    /// Asks the rule how things stand, and keeps nothing, whatever it answers. Holds up nobody: the
    /// standing may be that of a moment ago.
    Decision look(RegistrationRequest request, Function<Standing, Decision> rule);

    HoldDecision hold(HoldRequest request, Function<Standing, HoldDecision> rule);

    /// As `look`, for a hold.
    HoldDecision lookHold(HoldRequest request, Function<Standing, HoldDecision> rule);

    /// As `decide`, for a request that will most likely be refused: a book that can look first
    /// without standing in anybody's way does so.
    default Decision recall(RegistrationRequest request, Function<Standing, Decision> rule) {
        return decide(request, rule);
    }

    /// The same for a hold.
    default HoldDecision recallHold(HoldRequest request, Function<Standing, HoldDecision> rule) {
        return hold(request, rule);
    }

    CancelDecision cancel(CancelRequest request, Function<Standing, CancelDecision> rule);

    ReleaseDecision release(ReleaseRequest request, Function<Standing, ReleaseDecision> rule);

    /// Takes the seats that were offered to one who waited.
    AcceptDecision accept(AcceptRequest request, Function<Standing, AcceptDecision> rule);

    /// Looks after the line before an event: ends offers whose time ran out, and offers what is
    /// free to those who wait, as `Waitlist` says. Whatever frees seats in the book does so by
    /// itself, in the same commit; an organiser's seats are offered here, or before the next
    /// newcomer is heard, whichever comes first. A second call changes nothing.
    TendDecision tend(TendRequest request);

    /// Lines in which offers ran out or seats may be free, at most `limit`. One in which many wait
    /// comes up again until all that is free is offered, and every line from time to time.
    List<TendRequest> untended(int limit);

    /// A registration as it stands now, with how far its delivery has come.
    Optional<Registration> find(OrgId org, RegistrationId id);

    /// Holds whose time has run out and that still count, oldest first, at most `limit`.
    List<ReleaseRequest> expired(int limit);
}
