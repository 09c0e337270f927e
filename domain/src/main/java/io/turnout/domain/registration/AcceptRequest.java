package io.turnout.domain.registration;

import io.turnout.domain.org.OrgId;

/// Somebody takes the seats that were offered.
public record AcceptRequest(OrgId org, RegistrationId registration) implements Intent {}
