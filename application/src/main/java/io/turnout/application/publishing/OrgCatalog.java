package io.turnout.application.publishing;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.ChangedRow;
import io.turnout.domain.publishing.Marks;
import io.turnout.domain.publishing.Pulled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an org's organisers published, as its Salesforce has it now. Every method is a call or a
/// few, may take a minute, and is never made while a visitor waits; no lock or transaction may be
/// held meanwhile. None of them throws for anything Salesforce says or fails to say.
public interface OrgCatalog {
    int EVENTS_MAX = 20;

    /// These events whole, at most `EVENTS_MAX`, in one call: one answer for each of them.
    Answer<List<Pulled>> pull(OrgId org, List<EventId> events);

    /// The published events after `after`, in the order of their ids.
    Answer<Listed> published(OrgId org, Optional<EventId> after);

    /// The newest row of each object: what is read from here on is new.
    Answer<Marks> newest(OrgId org);

    /// What was written from these marks on, oldest first, as much as one call tells.
    Answer<Changes> changes(OrgId org, Marks from);

    /// The records deleted since, when that can still be told.
    Answer<Deletions> deleted(OrgId org, Instant since);

    /// What came of asking.
    sealed interface Answer<T> {
        record Said<T>(T value) implements Answer<T> {}

        /// Nothing can be told now; `why` is for whoever looks after the org.
        record Failed<T>(String why) implements Answer<T> {}
    }

    /// Events, and whether there are more after them.
    record Listed(List<EventId> events, boolean more) {
        public Listed {
            events = List.copyOf(events);
        }
    }

    /// Rows, how far they reach, and whether there are more beyond.
    record Changes(List<ChangedRow> rows, Marks reached, boolean more) {
        public Changes {
            rows = List.copyOf(rows);
        }
    }

    /// `until` is where to begin next time, by the org's clock; none when the org could not tell
    /// all that was deleted since, so that everything has to be looked at again.
    record Deletions(Set<String> records, Optional<Instant> until) {
        public Deletions {
            records = Set.copyOf(records);
        }
    }
}
