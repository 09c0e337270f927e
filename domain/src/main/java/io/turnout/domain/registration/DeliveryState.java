package io.turnout.domain.registration;

/// How far a registration has come on its way to Salesforce: set aside when any of its attendees
/// is, sent when all are.
public enum DeliveryState {
    PENDING,
    SENT,
    SET_ASIDE
}
