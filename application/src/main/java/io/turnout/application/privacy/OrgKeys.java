package io.turnout.application.privacy;

import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the wrapped keys of an org are kept. They move with the org.
public interface OrgKeys {
    /// What a key of an org is for; one key never serves two ends.
    enum Purpose {
        /// Wraps the key of every record.
        SEAL,
        /// Makes keyed hashes of e-mail addresses and idempotency keys.
        INDEX,
        /// Makes the tokens by which a registration is managed and a visitor waits in line.
        TOKEN
    }

    /// The current keys of an org, wrapped; empty before the first were kept.
    Optional<Map<Purpose, Wrapped>> find(OrgId org);

    /// Keeps the first keys of an org. Of two instances that both try, one wins, and both are
    /// told its keys. Empty, and nothing kept, when the org is not at home here.
    Optional<Map<Purpose, Wrapped>> keepFirst(OrgId org, Map<Purpose, Wrapped> keys);

    /// The orgs whose keys should be at hand before the first visitor comes: those with a
    /// published event that is not over, at most `limit`.
    List<OrgId> onSale(int limit);

    /// A key that only key management can read. `id` is part of every ciphertext made with it.
    @SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
    record Wrapped(int id, byte[] key) {}
}
