package io.turnout.application.delivery;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.delivery.ShownAttendee;
import io.turnout.domain.delivery.Tally;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Map;

/// What an org has of an event's attendees, as it says itself. Each question is one call; none
/// throws for anything Salesforce says or fails to say.
public interface OrgCensus {
    /// How many attendees of ours the org has, and how many it shows as registered in each room.
    Counted count(OrgId org, EventId event);

    /// The attendees with a key of ours after `after`, in the order of their keys, those in the
    /// bin too; at most `PAGE_MAX`, and fewer only when no more come.
    Page page(OrgId org, EventId event, String after);

    int PAGE_MAX = 2_000;

    /// What counting gave.
    sealed interface Counted {
        record There(Tally tally, Map<RoomId, Integer> registered) implements Counted {
            public There {
                registered = Map.copyOf(registered);
            }
        }

        /// Nobody could be asked, or the call is not in our budget now.
        record NotNow(String why) implements Counted {}
    }

    /// What looking at rows gave.
    sealed interface Page {
        record Rows(List<ShownAttendee> rows) implements Page {
            public Rows {
                rows = List.copyOf(rows);
            }

            public boolean isLast() {
                return rows.size() < PAGE_MAX;
            }
        }

        record NotNow(String why) implements Page {}
    }
}
