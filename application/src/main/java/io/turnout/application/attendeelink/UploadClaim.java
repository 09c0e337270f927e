package io.turnout.application.attendeelink;

import io.turnout.domain.attendeelink.UploadKey;

/// The right to bring the rows of an upload, until another has it: `attempt` counts who had.
public record UploadClaim(UploadKey key, int attempt) {}
