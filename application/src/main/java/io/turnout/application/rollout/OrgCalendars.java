package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.OrgCalendar;
import io.turnout.domain.rollout.Span;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/// When orgs can bear a change, from their own events and registrations.
public interface OrgCalendars {
    /// Traffic is counted anew so seldom.
    Duration RECOUNT = Duration.ofDays(1);

    /// Of orgs whose zones are known: their events and the starts of their sales that matter in
    /// `period`, and their traffic as it was last counted. Without freezes.
    Map<OrgId, OrgCalendar> read(Map<OrgId, ZoneId> zones, Span period);

    /// Counts the traffic of one org that was not counted for longest. False when none is due.
    boolean count();
}
