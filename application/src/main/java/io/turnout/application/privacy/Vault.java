package io.turnout.application.privacy;

import io.turnout.domain.org.OrgId;
import java.util.Map;
import java.util.UUID;

/// Seals what must not be read in a table. Every record has a key of its own, wrapped by the
/// org's; a ciphertext opens only in the org, table and record it was made for (A22). Quick: once
/// an org's keys are at hand it calls nobody.
public interface Vault {
    /// Whether the org's keys are at hand, or can be fetched or made now: false for an org that is
    /// not at home here, for which nothing else may be asked.
    boolean serves(OrgId org);

    /// Seals `plain` under a fresh key.
    Sealed seal(Subject subject, byte[] plain);

    /// What was sealed for this subject.
    ///
    /// @throws IllegalStateException when it was changed or belongs to another subject
    byte[] open(Subject subject, Sealed sealed);

    /// The key of a record, wrapped by the org's key `id` in place of whichever wraps it now.
    ///
    /// @throws IllegalStateException when it was changed or belongs to another record
    byte[] rewrap(OrgId org, UUID record, int id, byte[] wrappedKey);

    /// A keyed hash of 32 bytes, the same for the same text of the same use in the same org and
    /// unlike for any other, by which something is found that cannot be read.
    byte[] digest(OrgId org, Use use, String text);

    /// What rows of whoever has this address, in its plainest spelling, are found by: made of its
    /// keyed hash with the newest key, so that the hash alone finds nobody.
    byte[] finder(OrgId org, String address);

    /// The same of a keyed hash of an address, made with the org's key `id`.
    byte[] finder(OrgId org, int id, byte[] digest);

    /// All that rows may be found by of whoever has this keyed hash of an address, one for each key
    /// that the org has at this moment. Rows that were kept before there were such keys have the
    /// hash itself: it stands for key 0.
    Map<Integer, byte[]> finders(OrgId org, byte[] digest);

    /// What a keyed hash is for.
    enum Use {
        EMAIL,
        IDEMPOTENCY_KEY,
        REQUEST,
        TICKET,
        ERASURE,
        RECEIPT
    }

    /// Where a ciphertext stands.
    record Subject(OrgId org, String table, UUID record, String column) {}

    /// A ciphertext and the wrapped key that opens it; the two are stored apart.
    @SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
    record Sealed(byte[] ciphertext, byte[] wrappedKey) {}
}
