package io.turnout.application.privacy;

import io.turnout.domain.org.OrgId;

/// The stack's key management: it wraps the keys of an org and never shows its own master key.
/// Never called while a visitor waits, but for the first request of an org on an instance.
public interface KeyManagement {
    /// `key` under the stack's master key, bound to the org.
    byte[] wrap(OrgId org, byte[] key);

    /// What was wrapped for this org.
    ///
    /// @throws IllegalStateException when `wrapped` was changed or belongs to another org
    byte[] unwrap(OrgId org, byte[] wrapped);
}
