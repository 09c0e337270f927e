package io.turnout.application.attendeelink;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.util.Collection;
import java.util.Optional;

/// Where links are kept, sealed before they come here (A20, A22).
public interface AttendeeLinks {
    /// How many may be kept in one go.
    int KEEP_MAX = 10_000;

    /// Keeps these links, all or none. One that is kept already is replaced whole, so a second call
    /// changes nothing. Of two calls at once with the same link, one is the last.
    ///
    /// @throws IllegalArgumentException for more than `KEEP_MAX`
    Keeping keep(OrgId org, Collection<SealedLink> links);

    /// A link by its id. Quick: it is asked whenever somebody opens one. That nobody came by it yet
    /// may be as old as ten seconds; whoever registers through it is told by the book.
    Optional<KeptLink> find(OrgId org, LinkId id);

    enum Keeping {
        KEPT,
        /// The org is not at home here, or moves this instant. Nothing was kept.
        ELSEWHERE
    }

    /// Whoever remembers links, as told of what changes by whoever hears of it.
    interface Remembering {
        /// This one is not what it was.
        void forget(OrgId org, LinkId link);

        /// Something may have been missed.
        void forgetAll();

        /// Nothing is heard from now on.
        void unheard();

        /// Whatever was changed before then, by `System.nanoTime`, has been told.
        void heardUntil(long nanos);
    }
}
