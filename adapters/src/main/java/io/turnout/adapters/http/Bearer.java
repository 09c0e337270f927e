package io.turnout.adapters.http;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.application.privacy.ManageTokens;
import io.turnout.domain.org.OrgId;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether the bearer of a token may manage a registration or a hold. It is settled before anything
/// is looked up, so that a wrong token tells nothing of what exists.
final class Bearer {
    private static final String SCHEME = "Bearer ";

    private final ManageTokens tokens;

    Bearer(ManageTokens tokens) {
        this.tokens = tokens;
    }

    /// Why not, or nothing.
    Optional<Response> refusal(OrgId org, UUID subject, @Nullable String authorization) {
        if (authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.of(
                    Problem.response(
                            ProblemType.UNAUTHENTICATED, "send Authorization: Bearer <token>"));
        }
        String token = authorization.substring(SCHEME.length()).strip();
        return tokens.matches(org, subject, token)
                ? Optional.empty()
                : Optional.of(
                        Problem.response(ProblemType.FORBIDDEN, "the token belongs elsewhere"));
    }
}
