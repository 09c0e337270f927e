package io.turnout.application.nudging;

import io.turnout.domain.org.OrgId;
import java.util.List;

/// The secrets that an org may sign its nudges with: two while one replaces the other. Asked for
/// each nudge and answered from memory.
public interface WebhookSecrets {
    /// None when the org is not known, or cannot nudge.
    List<byte[]> of(OrgId org);
}
