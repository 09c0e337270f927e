package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// What is known of when an org can bear a change: its clock, when people come, when sales of it
/// start or started, when its events take place, and when it is not to be touched.
public record OrgCalendar(
        OrgId org,
        ZoneId zone,
        Traffic traffic,
        List<Instant> salesStart,
        List<Span> events,
        List<Freeze> freezes) {
    public OrgCalendar {
        salesStart = List.copyOf(salesStart);
        events = List.copyOf(events);
        freezes = List.copyOf(freezes);
    }

    /// The same with freezes of the house.
    public OrgCalendar with(List<Freeze> frozen) {
        return new OrgCalendar(org, zone, traffic, salesStart, events, frozen);
    }
}
