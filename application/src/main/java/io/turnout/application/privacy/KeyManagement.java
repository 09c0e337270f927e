package io.turnout.application.privacy;

import io.turnout.application.privacy.OrgKeys.Name;

/// The stack's key management: it wraps the keys of orgs and never shows its own master keys.
/// Never called while a visitor waits, but for the first request of an org on an instance. Any
/// call throws an `UncheckedIOException` when key management cannot be reached.
public interface KeyManagement {
    /// `key` under the current master key, bound to its name.
    byte[] wrap(Name name, byte[] key);

    /// A key of 32 bytes that nobody has had before, under the current master key.
    byte[] fresh(Name name);

    /// What was wrapped under this name.
    ///
    /// @throws IllegalStateException when `wrapped` was changed, belongs to another org or purpose,
    ///     or is under a master key that is missing or denied
    byte[] unwrap(Name name, byte[] wrapped);

    /// The same key under the current master key. Key management that can does so without showing
    /// it to anybody.
    ///
    /// @throws IllegalStateException as `unwrap` does
    default byte[] rewrap(Name name, byte[] wrapped) {
        return wrap(name, unwrap(name, wrapped));
    }

    /// Under which master key this is.
    Master master(byte[] wrapped);

    /// A master key, by a name that tells nothing of it.
    record Master(String name, Standing standing) {}

    /// What is done with a master key.
    enum Standing {
        /// Wraps and unwraps.
        CURRENT,
        /// Unwraps, and is left in place: some instances wrap under it already.
        NEXT,
        /// Unwraps; what is under it is to be wrapped under the current one.
        OLDER,
        /// Is not at hand.
        MISSING
    }
}
