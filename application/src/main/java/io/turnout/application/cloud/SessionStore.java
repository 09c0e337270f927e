package io.turnout.application.cloud;

import io.turnout.domain.cloud.StoreAddress;

/// Where the instances of a stack share what they remember, and how far its certificate is trusted:
/// that differs from cloud to cloud, what is kept there does not.
public interface SessionStore {
    StoreAddress address();
}
