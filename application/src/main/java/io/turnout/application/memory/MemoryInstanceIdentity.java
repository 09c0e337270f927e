package io.turnout.application.memory;

import io.turnout.application.cloud.InstanceIdentity;
import io.turnout.domain.cloud.Identity;

/// Whoever it was told to be.
public record MemoryInstanceIdentity(Identity self) implements InstanceIdentity {}
