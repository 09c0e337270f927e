package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.connection.OrgConnections.Kept;
import io.turnout.application.connection.OrgConnections.Listed;
import io.turnout.application.connection.ShowConnection;
import io.turnout.domain.connection.OrgConnection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an org is reached. Of its secrets it shows by what they are known: the SHA-256 of the public
/// key, and the last four characters of what signs its nudges. `locked` says why nothing can be
/// opened.
public record ConnectionView(
        String org,
        String source,
        String mapping,
        @Nullable String changedAt,
        @Nullable String locked,
        @Nullable Access access,
        @Nullable SchemaView schema)
        implements View {
    private static final int SHOWN = 4;

    /// Where and as whom Turnout signs in.
    public record Access(
            String loginUrl,
            String consumerKey,
            String username,
            String audience,
            String apiVersion,
            @Nullable String keyFingerprint,
            List<String> webhookSecrets) {
        private static Access of(OrgConnection connection, @Nullable String fingerprint) {
            return new Access(
                    connection.loginUrl().toString(),
                    connection.account().consumerKey(),
                    connection.account().username(),
                    connection.account().audience(),
                    connection.apiVersion(),
                    fingerprint,
                    connection.secrets().webhookSecrets().stream()
                            .map(secret -> "…" + end(secret))
                            .toList());
        }

        private static String end(String secret) {
            return secret.substring(Math.max(0, secret.length() - SHOWN));
        }
    }

    public static ConnectionView of(ShowConnection.View view) {
        Listed head = view.kept().head();
        @Nullable String fingerprint = view.keyFingerprint().orElse(null);
        return new ConnectionView(
                head.org().value(),
                Spelling.of(head.source()),
                head.mapping(),
                head.changedAt().map(Instant::toString).orElse(null),
                view.kept() instanceof Kept.Locked(_, var why) ? why : null,
                view.kept() instanceof Kept.Open(_, var connection)
                        ? Access.of(connection, fingerprint)
                        : null,
                view.checked().map(SchemaView::of).orElse(null));
    }
}
