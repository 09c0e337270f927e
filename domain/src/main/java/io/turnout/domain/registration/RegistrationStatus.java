package io.turnout.domain.registration;

/// A registration is confirmed the moment it exists; only an explicit cancel undoes it (A18).
public enum RegistrationStatus {
    CONFIRMED,
    CANCELLED
}
