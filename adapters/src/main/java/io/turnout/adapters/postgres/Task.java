package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AcceptRequest;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.IfFull;
import io.turnout.domain.registration.Intent;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.ReleaseRequest;
import io.turnout.domain.registration.TendRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An intent with all that can be made ready before its turn: what is sealed, what is hashed, and
/// which rooms will be locked. The seats of a hold or a registration never change, so the rooms of
/// one are known before they are locked.
sealed interface Task {
    Intent request();

    EventId event();

    Set<RoomId> rooms();

    /// Does what takes long before a writer takes it.
    default void prepare() {}

    /// How much of an org's turn it uses: the people it moves.
    default int cost() {
        return 1;
    }

    /// Whether a full room is its end, so that it can be told without a writer: nothing is kept of
    /// it that a repeat would not find.
    default boolean endsWhereFull() {
        return print().isPresent() && hold().isEmpty();
    }

    /// Whether it may free seats that others wait for.
    default boolean frees() {
        return true;
    }

    default OrgId org() {
        return request().org();
    }

    default Optional<KeyPrint> print() {
        return Optional.empty();
    }

    /// The ticket it comes in by, which it uses up.
    default Optional<KeyPrint> ticket() {
        return Optional.empty();
    }

    default Optional<HoldId> hold() {
        return Optional.empty();
    }

    /// The link it comes by, of which it uses one use.
    default Optional<LinkId> link() {
        return Optional.empty();
    }

    default Optional<RegistrationId> registration() {
        return Optional.empty();
    }

    record Register(
            RegistrationRequest request,
            KeyPrint keyPrint,
            Optional<KeyPrint> ticket,
            SealedLater sealing,
            Set<RoomId> rooms)
            implements Task {
        List<SealedPerson> people() {
            return sealing.people();
        }

        @Override
        public void prepare() {
            var _ = people();
        }

        @Override
        public EventId event() {
            return request.event();
        }

        @Override
        public int cost() {
            return request.attendees().size();
        }

        @Override
        public Optional<KeyPrint> print() {
            return Optional.of(keyPrint);
        }

        @Override
        public Optional<HoldId> hold() {
            return request.hold();
        }

        @Override
        public Optional<LinkId> link() {
            return request.link();
        }

        @Override
        public boolean endsWhereFull() {
            return request.hold().isEmpty() && request.ifFull() == IfFull.REFUSE;
        }

        @Override
        public boolean frees() {
            return request.hold().isPresent();
        }
    }

    record Keep(
            HoldRequest request, KeyPrint keyPrint, Optional<KeyPrint> ticket, Set<RoomId> rooms)
            implements Task {
        @Override
        public EventId event() {
            return request.event();
        }

        @Override
        public Optional<KeyPrint> print() {
            return Optional.of(keyPrint);
        }

        @Override
        public boolean frees() {
            return false;
        }
    }

    record Cancel(CancelRequest request, EventId event, Set<RoomId> rooms) implements Task {
        @Override
        public Optional<RegistrationId> registration() {
            return Optional.of(request.registration());
        }
    }

    record Release(ReleaseRequest request, EventId event, Set<RoomId> rooms) implements Task {
        @Override
        public Optional<HoldId> hold() {
            return Optional.of(request.hold());
        }
    }

    record Accept(AcceptRequest request, EventId event, Set<RoomId> rooms) implements Task {
        @Override
        public Optional<RegistrationId> registration() {
            return Optional.of(request.registration());
        }

        @Override
        public boolean frees() {
            return false;
        }
    }

    /// All rooms of its event are locked for it.
    record Tend(TendRequest request) implements Task {
        @Override
        public EventId event() {
            return request.event();
        }

        @Override
        public Set<RoomId> rooms() {
            return Set.of(RoomId.of(request.event()));
        }
    }
}
