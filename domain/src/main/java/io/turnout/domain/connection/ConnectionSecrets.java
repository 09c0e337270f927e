package io.turnout.domain.connection;

import java.util.List;

/// What nobody but Turnout may see of a connection: the private key with which it signs in (PEM),
/// and the secrets with which the org signs what it sends us. Two of those hold at a time, so that
/// one can be replaced without a gap.
public record ConnectionSecrets(String privateKey, List<String> webhookSecrets) {
    public static final int WEBHOOK_SECRETS_MAX = 2;

    public ConnectionSecrets {
        webhookSecrets = List.copyOf(webhookSecrets);
        if (webhookSecrets.size() > WEBHOOK_SECRETS_MAX) {
            throw new IllegalArgumentException("at most two webhook secrets hold at a time");
        }
    }

    @Override
    public String toString() {
        return "ConnectionSecrets[…]";
    }
}
