package io.turnout.domain.delivery;

/// What a call to an org is for. When its budget shrinks, those named last stop first.
public enum CallKind {
    /// Attendees that somebody waits for.
    LIVE,
    /// How many are registered, for the org's own eyes.
    COUNTS,
    /// Who is invited, and the addresses of their links, which the org waits for to mail them.
    LINKS,
    /// What organisers published, and licences.
    CATALOGUE,
    /// What may wait: large backlogs, repairs.
    BACKFILL,
    /// Checks of mapping, connection and drift.
    UPKEEP
}
