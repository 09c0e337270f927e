package io.turnout.domain.registration;

/// A registration is confirmed the moment it exists, unless it asked to wait for seats; only an
/// explicit cancel undoes what was confirmed (A18).
public enum RegistrationStatus {
    WAITLISTED,
    OFFERED,
    CONFIRMED,
    CANCELLED
}
