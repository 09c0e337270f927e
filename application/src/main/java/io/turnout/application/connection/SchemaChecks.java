package io.turnout.application.connection;

import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What was last found of each org's objects and fields, and whose turn it is to look again. Lanes
/// that stopped since Salesforce was not as the mapping says are started from here.
public interface SchemaChecks {
    /// Those of the orgs that `SchemaRule` says are due, and that nobody is looking at now.
    /// `versions` is what each would be looked at for.
    List<OrgId> due(Map<OrgId, String> versions);

    /// Whether it is the caller's turn to look. Of several who ask at once one gets it, and has it
    /// for `TURN`. False for an org that is not at home here.
    boolean claim(OrgId org, String version);

    /// Keeps what was found in place of what was found before, and ends the turn. When attendees
    /// can be written, lanes that had stopped go on at once; when not, they say why.
    void keep(OrgId org, String version, SchemaReport report);

    /// What was last found of those of the orgs that were looked at.
    Map<OrgId, Checked> find(Collection<OrgId> orgs);

    /// How long a look may take before another instance looks too.
    Duration TURN = Duration.ofMinutes(5);

    record Checked(Instant at, SchemaReport report) {}
}
