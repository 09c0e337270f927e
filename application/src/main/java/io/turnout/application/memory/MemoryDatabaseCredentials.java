package io.turnout.application.memory;

import io.turnout.application.cloud.DatabaseCredentials;
import io.turnout.domain.cloud.Login;

/// A login that never changes.
public record MemoryDatabaseCredentials(Login login) implements DatabaseCredentials {}
