package io.turnout.application.attendeelink;

import io.turnout.application.privacy.Vault;
import java.util.concurrent.Executor;

/// Everything links need of the outside. Uploads are sealed and kept in `sealing`, beside
/// everything else that goes on.
public record LinkPorts(
        AttendeeLinks kept,
        LinkTokens tokens,
        Vault vault,
        LinkUploads uploads,
        UploadTickets tickets,
        Executor sealing) {}
