package io.turnout.domain.relocation;

import java.util.Optional;
import java.util.OptionalLong;

/// What becomes of a request for an org, as far as the stack that has the request knows where the
/// org is at home.
public sealed interface Passage {
    /// This stack answers it.
    record Here() implements Passage {}

    /// The org's home answers it.
    record Onward(Home home) implements Passage {}

    /// Whoever sent it here knows less than this stack, and looks again.
    record Back(Home home) implements Passage {}

    /// Another stack has let the org go to this one, which has not heard of it yet.
    record Awaited() implements Passage {}

    /// Where a request goes. It is sent on once at most.
    ///
    /// @param known where this stack believes the org is at home; empty where it never heard of it
    /// @param hop the epoch of whoever sent it on to this stack, if it was sent on
    static Passage of(StackName here, Optional<Home> known, OptionalLong hop) {
        if (known.isEmpty() || known.get().stack().equals(here)) {
            return new Here();
        }
        Home home = known.get();
        if (hop.isEmpty()) {
            return new Onward(home);
        }
        return hop.getAsLong() > home.epoch() ? new Awaited() : new Back(home);
    }
}
