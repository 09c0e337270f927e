package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import java.time.ZoneId;
import java.util.Optional;

/// In which time zone an org works, by its Salesforce.
public interface OrgZones {
    /// One call to the org, within its budget. Empty when it is not connected, does not answer or
    /// names a zone that is none; never throws for what the org says or fails to say.
    Optional<ZoneId> ask(OrgId org);
}
