package io.turnout.domain.registration;

/// Somebody in line: who, and which seats would do.
public record Waiter(RegistrationId registration, Demand demand) {}
