package io.turnout.domain.registration;

import io.turnout.domain.org.RecordId;

/// Somebody an org invited, by the id of the record that it made for them in its Salesforce. We
/// never make such a record; whoever registers through its link is written into it.
public record InviteeId(String value) {
    public InviteeId {
        value = RecordId.complete(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
