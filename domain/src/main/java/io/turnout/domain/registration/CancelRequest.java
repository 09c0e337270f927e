package io.turnout.domain.registration;

import io.turnout.domain.org.OrgId;

/// A registration that is given up.
public record CancelRequest(OrgId org, RegistrationId registration) implements Intent {}
