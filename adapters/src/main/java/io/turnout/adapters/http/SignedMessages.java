package io.turnout.adapters.http;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.wire.SignedBody;
import io.turnout.application.nudging.WebhookSecrets;
import io.turnout.domain.org.OrgId;
import jakarta.ws.rs.WebApplicationException;
import java.time.InstantSource;
import java.util.Optional;

/// What an org's Salesforce says is known by its signature, before a byte of it is believed. An org
/// that is not known here gets the answer of a wrong signature.
final class SignedMessages {
    private final WebhookSecrets secrets;
    private final InstantSource clock;

    SignedMessages(WebhookSecrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /// The id of a message that is the org's, and of the last five minutes.
    ///
    /// @throws WebApplicationException when it is not
    String id(OrgId org, Optional<WebhookSignature> given, SignedBody body) {
        return id(org, given, body.bytes());
    }

    /// The same of a body that was read already, or of none.
    String id(OrgId org, Optional<WebhookSignature> given, byte[] body) {
        WebhookSignature signature =
                given.filter(one -> one.fits(body, secrets.of(org)))
                        .orElseThrow(
                                () ->
                                        refusal(
                                                ProblemType.SIGNATURE_INVALID,
                                                "see webhook-id, webhook-timestamp and"
                                                        + " webhook-signature"));
        if (!signature.isTimely(clock.instant())) {
            throw refusal(
                    ProblemType.CLOCK_SKEW, "sign again, and check the clock: 5 minutes at most");
        }
        return signature.id();
    }

    private static WebApplicationException refusal(ProblemType type, String detail) {
        return new WebApplicationException(Problem.response(type, detail));
    }
}
