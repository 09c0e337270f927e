package io.turnout.domain.registration;

import io.turnout.domain.org.OrgId;

/// A hold that is given up, by its visitor or because its time ran out.
public record ReleaseRequest(OrgId org, HoldId hold) implements Intent {}
