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
        Executor sealing,
        MintPorts minting) {
    /// The same, but making links for others, or by another rule.
    public LinkPorts withMinting(MintPorts other) {
        return new LinkPorts(kept, tokens, vault, uploads, tickets, sealing, other);
    }
}
