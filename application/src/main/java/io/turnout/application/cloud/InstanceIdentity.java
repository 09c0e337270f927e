package io.turnout.application.cloud;

import io.turnout.domain.cloud.Identity;

/// Who this process is. The same for as long as it lives, and never that of another, not even one
/// that has its place after it. Answers within seconds, whatever is away.
public interface InstanceIdentity {
    Identity self();
}
