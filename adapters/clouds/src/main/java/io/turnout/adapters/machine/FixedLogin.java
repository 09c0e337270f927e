package io.turnout.adapters.machine;

import io.turnout.application.cloud.DatabaseCredentials;
import io.turnout.domain.cloud.Login;

/// A login that stands in the settings.
public record FixedLogin(Login login) implements DatabaseCredentials {}
