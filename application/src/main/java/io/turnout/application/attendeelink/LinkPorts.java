package io.turnout.application.attendeelink;

import io.turnout.application.privacy.Vault;

/// Everything links need of the outside.
public record LinkPorts(AttendeeLinks kept, LinkTokens tokens, Vault vault) {}
