package io.turnout.application.nudging;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.List;

/// An org's word that something changed there; `id` is the message's own. It says where to look,
/// and nothing that is believed without looking.
public record Nudge(OrgId org, String id, About about) {
    /// What it is about.
    public sealed interface About {
        /// These events were published, changed or taken back.
        record Events(List<EventId> ids) implements About {
            public Events {
                ids = List.copyOf(ids);
            }
        }

        /// Much changed: all that the org publishes is to be looked at.
        record AllEvents() implements About {}

        /// A licence changed. It counts when the org is the one that issues licences.
        record Licenses() implements About {}

        /// The org invited somebody: links are to be made.
        record Links() implements About {}
    }
}
