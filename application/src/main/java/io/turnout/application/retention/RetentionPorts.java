package io.turnout.application.retention;

import io.turnout.application.privacy.KeyManagement;
import io.turnout.domain.retention.RetentionRule;

/// What is kept, for how long, and what was told of it.
///
/// @param management seals up to where the audit trail was dropped
public record RetentionPorts(
        Retained retained, RetentionRule rule, Notices notices, KeyManagement management) {}
