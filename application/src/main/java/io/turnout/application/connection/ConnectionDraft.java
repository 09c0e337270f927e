package io.turnout.application.connection;

import io.turnout.domain.connection.ConnectedAs;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A connection as an operator writes it down. A secret that is left out stays what it was, since
/// nobody is ever shown one to send it back.
public record ConnectionDraft(
        OrgId org,
        URI loginUrl,
        ConnectedAs account,
        String apiVersion,
        String mapping,
        Optional<String> privateKey,
        Optional<List<String>> webhookSecrets) {
    @Override
    public String toString() {
        return "ConnectionDraft[" + org + ", " + loginUrl + ", " + mapping + "]";
    }
}
