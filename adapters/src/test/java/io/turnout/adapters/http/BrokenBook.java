package io.turnout.adapters.http;

import io.turnout.application.Ports;
import io.turnout.application.registration.RegistrationBook;
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
import io.turnout.domain.registration.Undecided;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A book that decides nothing: it answers or throws what a test puts into it.
final class BrokenBook implements RegistrationBook {
    private Supplier<Undecided> mood = () -> new Undecided(Undecided.Cause.OVERLOADED);

    void answers(Undecided.Cause cause) {
        mood = () -> new Undecided(cause);
    }

    void breaks(Supplier<RuntimeException> how) {
        mood =
                () -> {
                    throw how.get();
                };
    }

    Ports in(Ports ports) {
        return ports.with(RegistrationBook.class, this);
    }

    @Override
    public Decision decide(RegistrationRequest request, Function<Standing, Decision> rule) {
        return mood.get();
    }

    @Override
    public Decision look(RegistrationRequest request, Function<Standing, Decision> rule) {
        return mood.get();
    }

    @Override
    public HoldDecision hold(HoldRequest request, Function<Standing, HoldDecision> rule) {
        return mood.get();
    }

    @Override
    public HoldDecision lookHold(HoldRequest request, Function<Standing, HoldDecision> rule) {
        return mood.get();
    }

    @Override
    public CancelDecision cancel(CancelRequest request, Function<Standing, CancelDecision> rule) {
        return mood.get();
    }

    @Override
    public ReleaseDecision release(
            ReleaseRequest request, Function<Standing, ReleaseDecision> rule) {
        return mood.get();
    }

    @Override
    public Optional<Registration> find(OrgId org, RegistrationId id) {
        throw new IllegalStateException("asked for " + mood.get());
    }

    @Override
    public List<ReleaseRequest> expired(int limit) {
        return List.of();
    }

    @Override
    public AcceptDecision accept(AcceptRequest request, Function<Standing, AcceptDecision> rule) {
        return mood.get();
    }

    @Override
    public TendDecision tend(TendRequest request) {
        return mood.get();
    }

    @Override
    public List<TendRequest> untended(int limit) {
        return List.of();
    }
}
