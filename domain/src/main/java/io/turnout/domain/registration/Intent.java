package io.turnout.domain.registration;

import io.turnout.domain.org.OrgId;

/// What somebody wants of an org's rooms. All of it is decided by the same writers, since all of
/// it moves the same counters.
public sealed interface Intent
        permits RegistrationRequest,
                HoldRequest,
                CancelRequest,
                ReleaseRequest,
                AcceptRequest,
                TendRequest {
    OrgId org();
}
