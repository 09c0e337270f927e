package io.turnout.domain.delivery;

import io.turnout.domain.registration.InviteeId;
import io.turnout.domain.registration.LinkId;

/// What an org is owed about somebody it invited, found by the id of its own record.
public sealed interface OwedLink {
    InviteeId record();

    LinkId link();

    /// The address of their link.
    record Address(InviteeId record, LinkId link) implements OwedLink {}

    /// That they want to be forgotten: the record shall name nobody, and lead nowhere.
    record Oblivion(InviteeId record, LinkId link) implements OwedLink {}
}
