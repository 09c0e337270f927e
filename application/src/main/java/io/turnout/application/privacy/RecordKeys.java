package io.turnout.application.privacy;

import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.domain.org.OrgId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What was made of an org's records with a key of the org that can be replaced, wherever it
/// stands: their wrapped keys, and what people are found by. Each tells the id of the key of the
/// org.
public interface RecordKeys {
    /// How many keys are looked at in one transaction.
    int WINDOW_MAX = 1_000;

    /// What comes before every record.
    UUID START = new UUID(0, 0);

    /// Where they stand.
    enum Shelf {
        /// The wrapped keys of attendees and links, which are a table of their own.
        RECORDS(Purpose.SEAL),
        /// Those beside what Salesforce said of a row that it refused.
        REASONS(Purpose.SEAL),
        /// Those beside the org's connection.
        CONNECTIONS(Purpose.SEAL),
        /// What attendees are found by.
        ATTENDEES(Purpose.EMAIL),
        /// What the links of a person are found by.
        LINKS(Purpose.EMAIL);

        private final Purpose purpose;

        Shelf(Purpose purpose) {
            this.purpose = purpose;
        }

        /// Those on which something was made with a key of this purpose.
        static List<Shelf> of(Purpose purpose) {
            return Arrays.stream(values()).filter(shelf -> shelf.purpose == purpose).toList();
        }

        public Purpose purpose() {
            return purpose;
        }
    }

    /// How many on a shelf are not made with the key `id` of the org.
    long stale(OrgId org, Shelf shelf, int id);

    /// Looks at the next on a shelf after the record `after`, at most `WINDOW_MAX`, and puts
    /// in place of those that are not made with the key `id` what `rule` makes, in one
    /// transaction. What another instance has in hand is left to it; a record that is gone
    /// meanwhile stays so. Nothing is changed where the org is not at home.
    Window rewrap(OrgId org, Shelf shelf, int id, UUID after, Rule rule);

    /// Makes it anew for a record: from the wrapped key, or from the keyed hash of the address.
    /// Empty when that cannot be done, and it stays.
    interface Rule {
        Optional<byte[]> rewrap(UUID record, byte[] from);
    }

    /// So many of those that were looked at were not made with the key, and so many were changed.
    /// The next window begins after `end`; there is none where it is empty.
    record Window(int stale, int changed, Optional<UUID> end) {}
}
