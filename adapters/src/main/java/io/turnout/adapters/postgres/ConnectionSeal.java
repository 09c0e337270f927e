package io.turnout.adapters.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Subject;
import io.turnout.domain.connection.ConnectedAs;
import io.turnout.domain.connection.ConnectionSecrets;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.org.OrgId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Seals what of a connection must not be read in a table: its secrets and its account.
final class ConnectionSeal {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// An org has one connection, so its record needs no id of its own.
    static final UUID THE_ONE = new UUID(0, 1);

    private final Vault vault;

    ConnectionSeal(Vault vault) {
        this.vault = vault;
    }

    /// What is sealed.
    record Parts(ConnectedAs account, ConnectionSecrets secrets) {}

    byte[] seal(OrgConnection connection) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("consumerKey", connection.account().consumerKey())
                        .put("username", connection.account().username())
                        .put("audience", connection.account().audience())
                        .put("privateKey", connection.secrets().privateKey());
        var webhooks = json.putArray("webhookSecrets");
        connection.secrets().webhookSecrets().forEach(webhooks::add);
        try {
            return SealedBytes.of(
                    vault.seal(subject(connection.org()), JSON.writeValueAsBytes(json)));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("texts cannot be written", broken);
        }
    }

    /// What was sealed for this org.
    ///
    /// @throws IllegalStateException when it does not open
    Parts open(OrgId org, byte[] sealed) {
        try {
            JsonNode json = JSON.readTree(vault.open(subject(org), SealedBytes.read(sealed)));
            List<String> webhooks = new ArrayList<>();
            json.path("webhookSecrets").forEach(secret -> webhooks.add(secret.asText()));
            return new Parts(
                    new ConnectedAs(
                            json.path("consumerKey").asText(),
                            json.path("username").asText(),
                            json.path("audience").asText()),
                    new ConnectionSecrets(json.path("privateKey").asText(), webhooks));
        } catch (IOException broken) {
            throw new IllegalStateException("what was sealed is no connection: " + org);
        }
    }

    private static Subject subject(OrgId org) {
        return new Subject(org, "org_connection", THE_ONE, "sealed");
    }
}
