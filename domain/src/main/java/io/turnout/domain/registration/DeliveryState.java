package io.turnout.domain.registration;

/// How far a registration has come on its way to Salesforce: set aside when any of its attendees
/// is, sent when all are. Of one who waits, or gave up waiting, nothing was ever owed.
public enum DeliveryState {
    NONE,
    PENDING,
    SENT,
    SET_ASIDE
}
