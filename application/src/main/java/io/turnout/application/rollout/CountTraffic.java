package io.turnout.application.rollout;

/// Counts when an org's people come, one org at a time.
public final class CountTraffic {
    private final OrgCalendars calendars;

    public CountTraffic(OrgCalendars calendars) {
        this.calendars = calendars;
    }

    /// Whether another may be due.
    public boolean count() {
        return calendars.count();
    }
}
