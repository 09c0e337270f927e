package io.turnout.domain.delivery;

import io.turnout.domain.registration.InviteeId;
import io.turnout.domain.registration.Person;

/// What is written into the record of somebody invited. Never printed: an address opens a link.
public sealed interface InviteeRow {
    InviteeId record();

    /// Where their link is opened.
    record Invited(InviteeId record, String address) implements InviteeRow {
        @Override
        public String toString() {
            return "Invited[" + record + "]";
        }
    }

    /// Nobody, and no link.
    record Forgotten(InviteeId record, Person nobody) implements InviteeRow {
        @Override
        public String toString() {
            return "Forgotten[" + record + "]";
        }
    }
}
