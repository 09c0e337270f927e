package io.turnout.application.privacy;

import io.turnout.domain.org.OrgId;
import java.util.Optional;
import java.util.UUID;

/// The wrapped keys of an org's records, wherever they stand. Each starts with a byte of format and
/// four with the id of the key of the org that wraps it.
public interface RecordKeys {
    /// How many keys are looked at in one transaction.
    int WINDOW_MAX = 1_000;

    /// What comes before every record.
    UUID START = new UUID(0, 0);

    /// Where wrapped keys stand.
    enum Shelf {
        /// Those of attendees and links, which are a table of their own.
        RECORDS,
        /// Beside what Salesforce said of a row that it refused.
        REASONS,
        /// Beside the org's connection.
        CONNECTIONS
    }

    /// How many keys of a shelf are not under the key `id` of the org.
    long stale(OrgId org, Shelf shelf, int id);

    /// Looks at the next keys of a shelf after the record `after`, at most `WINDOW_MAX`, and puts
    /// in place of those that are not under the key `id` what `rule` makes of them, in one
    /// transaction. What another instance has in hand is left to it; a record that is gone
    /// meanwhile stays so. Nothing is changed where the org is not at home.
    Window rewrap(OrgId org, Shelf shelf, int id, UUID after, Rule rule);

    /// Makes a wrapped key from one of a record: empty when that cannot be done, and it stays.
    interface Rule {
        Optional<byte[]> rewrap(UUID record, byte[] wrapped);
    }

    /// So many of the keys that were looked at were not under the key, and so many of those were
    /// changed. The next window begins after `end`; there is none where it is empty.
    record Window(int stale, int changed, Optional<UUID> end) {}
}
