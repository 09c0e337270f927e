package io.turnout.application.attendeelink;

import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.InviteeId;
import java.util.List;
import java.util.Optional;

/// Whom an org invited in its own Salesforce.
public interface LinkSource {
    /// Those who have no link yet, of events that are not over, in the order of their ids, after
    /// `last`; one call. It does not throw for anything Salesforce says or fails to say.
    Reading read(OrgId org, Optional<InviteeId> last);

    /// Somebody invited, and the link they are to have. Never printed.
    record Invited(InviteeId record, Link link) {
        @Override
        public String toString() {
            return "Invited[" + record + "]";
        }
    }

    /// What came of it.
    sealed interface Reading {
        /// `unusable` counts those who can have no link as they are: without a proper e-mail
        /// address, say. `next` is the last of them where there may be more.
        record Said(List<Invited> invited, int unusable, Optional<InviteeId> next)
                implements Reading {
            public Said {
                invited = List.copyOf(invited);
            }
        }

        /// The org has no place for links, and wants none.
        record Unwanted(String why) implements Reading {}

        record Failed(String why) implements Reading {}
    }
}
