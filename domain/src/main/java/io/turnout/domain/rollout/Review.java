package io.turnout.domain.rollout;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// How far the approval of something is that takes two people: a plan's terms, or settings. Whoever
/// changes it makes it unapproved; `authors` are those who did since somebody else approved.
public sealed interface Review {
    /// Who may not approve.
    Set<String> authors();

    /// Not asked for.
    record Open(Set<String> authors) implements Review {
        public Open {
            authors = Set.copyOf(authors);
        }
    }

    /// Somebody else is to look at it.
    record Asked(Set<String> authors, String by, Instant at) implements Review {
        public Asked {
            authors = Set.copyOf(authors);
        }
    }

    /// Somebody else said no.
    record Declined(Set<String> authors, String by, Instant at, String comment) implements Review {
        public Declined {
            authors = Set.copyOf(authors);
        }
    }

    /// Somebody else said yes.
    record Approved(Set<String> authors, String by, Instant at, String comment) implements Review {
        public Approved {
            authors = Set.copyOf(authors);
        }
    }

    /// What is left of it when somebody changes the terms.
    default Review editedBy(String actor) {
        Set<String> all = new HashSet<>(this instanceof Approved ? Set.of() : authors());
        all.add(actor);
        return new Open(all);
    }

    default boolean isApproved() {
        return this instanceof Approved;
    }

    /// Why this actor may not judge it now; nothing when they may. The one rule of all that takes
    /// two people.
    default Optional<Refusal> refusalOf(String actor) {
        if (!(this instanceof Asked)) {
            return Optional.of(Refusal.NOT_NOW);
        }
        return authors().contains(actor) ? Optional.of(Refusal.OWN_WORK) : Optional.empty();
    }
}
