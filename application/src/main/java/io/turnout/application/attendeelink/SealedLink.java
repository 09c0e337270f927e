package io.turnout.application.attendeelink;

import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.LinkId;

/// A link as a table or a cache may have it. `finder` is the keyed hash by which the links of one
/// person are found.
@SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
public record SealedLink(
        LinkId id, Reference reference, EventId event, int uses, Sealed prefill, byte[] finder) {}
