package io.turnout.domain.rollout;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// How far the approval of a plan's terms is. Whoever changes them makes them unapproved; `authors`
/// are those who did since somebody else approved.
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
}
