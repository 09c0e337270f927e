package io.turnout.adapters.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.wire.SignedBody;
import io.turnout.application.nudging.HearNudge;
import io.turnout.application.nudging.Nudge;
import io.turnout.application.nudging.WebhookSecrets;
import io.turnout.domain.org.OrgId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where an org's Salesforce says that something changed. The signature is checked before the
/// body is read, and an org that is not known here gets the answer of a wrong signature.
@Path("/v1/orgs/{org}/salesforce/notifications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class NudgeResource {
    private final HearNudge hearNudge;
    private final WebhookSecrets secrets;
    private final InstantSource clock;

    public NudgeResource(HearNudge hearNudge, WebhookSecrets secrets, InstantSource clock) {
        this.hearNudge = hearNudge;
        this.secrets = secrets;
        this.clock = clock;
    }

    @POST
    public Response hear(
            @PathParam("org") OrgId org,
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String seconds,
            @HeaderParam("webhook-signature") @Nullable String signatures,
            @RequestBody(content = @Content(schema = @Schema(implementation = NudgeForm.class)))
                    SignedBody body) {
        Optional<WebhookSignature> signature =
                WebhookSignature.read(id, seconds, signatures)
                        .filter(one -> one.fits(body.bytes(), secrets.of(org)));
        if (signature.isEmpty()) {
            return Problem.response(
                    ProblemType.SIGNATURE_INVALID,
                    "see webhook-id, webhook-timestamp and webhook-signature");
        }
        if (!signature.get().isTimely(clock.instant())) {
            return Problem.response(
                    ProblemType.CLOCK_SKEW, "sign again, and check the clock: 5 minutes at most");
        }
        NudgeForm form = body.as(NudgeForm.class);
        // Whether it is new or was heard before is all the same to the org.
        boolean _ = hearNudge.hear(new Nudge(org, signature.get().id(), form.about()));
        return Response.accepted().build();
    }
}
