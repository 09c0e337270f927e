package io.turnout.domain.delivery;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;

/// The right of one instance to make the one call in flight for an org's event. `attempt` is new
/// with every lease of the lane: what settles with an older one is too late and is ignored.
public record Lease(OrgId org, EventId event, long attempt) {}
