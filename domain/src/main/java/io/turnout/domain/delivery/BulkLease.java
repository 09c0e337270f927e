package io.turnout.domain.delivery;

import io.turnout.domain.org.OrgId;
import java.util.UUID;

/// The right of one instance to take the next turn of a job. `attempt` is new with every turn:
/// what settles with an older one is too late and is ignored.
public record BulkLease(OrgId org, UUID job, long attempt) {}
