package io.turnout.domain.retention;

/// What is kept for some time after its event is over, and then deleted.
public enum Kind {
    /// Registrations and places in line, with attendees, keys, answers to repeats, and deliveries.
    REGISTRATIONS,
    /// Of those, whoever still stood in line or was offered a seat, and so never came.
    WAITLIST,
    LINKS
}
