package io.turnout.application.privacy;

import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// Where the wrapped keys of an org are kept. They move with the org.
public interface OrgKeys {
    /// What a key of an org is for; one key never serves two ends.
    enum Purpose {
        /// Wraps the key of every record.
        SEAL,
        /// Makes keyed hashes: of addresses for the ledger of who was forgotten, of idempotency
        /// keys, of receipts.
        INDEX,
        /// Makes, of the keyed hash of an address, what people are found by in tables.
        EMAIL,
        /// Makes the tokens by which a registration is managed and a visitor waits in line.
        TOKEN
    }

    /// All keys of an org, wrapped, of each purpose the newest first; none before the first were
    /// kept.
    List<Wrapped> find(OrgId org);

    /// Keeps the first keys of an org, and says which it has now. Of two instances that both try,
    /// one wins, and both are told its keys. None, and nothing kept, when the org is not at home
    /// here.
    List<Wrapped> keepFirst(OrgId org, List<Wrapped> keys);

    /// Keeps a further key, under which everything of its purpose is written from now on. False,
    /// and nothing kept, when there is one of this name, or the org is not at home here.
    boolean add(Name name, byte[] wrapped);

    /// The same key, wrapped anew. False, and nothing changed, when it is not as it `was` any more.
    boolean rewrap(Wrapped was, byte[] wrapped);

    /// Forgets a key that is retired, for good. False when there is none that is.
    boolean drop(Name name);

    /// All keys of the next `limit` orgs at home here, after `after` in the order of their ids.
    List<Wrapped> list(Optional<OrgId> after, int limit);

    /// The orgs at home here that have more than one key of a purpose.
    List<OrgId> replacing();

    /// The orgs whose keys should be at hand before the first visitor comes: those with a
    /// published event that is not over, at most `limit`.
    List<OrgId> onSale(int limit);

    /// Which key this is. The id counts from 1, and is part of every ciphertext made with it.
    record Name(OrgId org, Purpose purpose, int id) {
        public Name {
            if (id < 1) {
                throw new IllegalArgumentException("keys are counted from 1: " + id);
            }
        }
    }

    /// A key that only key management can read. It is `retired` when a newer one has been there
    /// for so long that nobody can write anything under this one any more.
    @SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
    record Wrapped(Name name, byte[] key, boolean retired) {}
}
