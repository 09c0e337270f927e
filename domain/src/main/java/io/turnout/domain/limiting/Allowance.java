package io.turnout.domain.limiting;

/// What one of a kind may do in a time: an address, a host, an org. `whose` is compared and never
/// logged, since it may be somebody's address.
public record Allowance(Kind kind, String whose, Rate rate) {
    /// Whom it is that is limited, and in what.
    public enum Kind {
        /// Whatever one address asks.
        ADDRESS,
        /// Registrations, holds and cancellations from one address.
        ADDRESS_REGISTRATIONS,
        /// Whatever is asked of one vanity host.
        HOST,
        /// Registrations, holds and cancellations for one org.
        ORG,
        /// Load tests that one org declared.
        LOAD_TEST,
        /// What one address tries as a link and is none.
        LINK_MISSES
    }

    @Override
    public String toString() {
        return "Allowance[" + kind + ", " + rate + "]";
    }
}
