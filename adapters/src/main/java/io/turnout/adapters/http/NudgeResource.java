package io.turnout.adapters.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.turnout.adapters.http.wire.SignedBody;
import io.turnout.application.nudging.HearNudge;
import io.turnout.application.nudging.Nudge;
import io.turnout.domain.org.OrgId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Where an org's Salesforce says that something changed. The signature is checked before the
/// body is read.
@Path("/v1/orgs/{org}/salesforce/notifications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class NudgeResource {
    private final HearNudge hearNudge;
    private final SignedMessages messages;

    NudgeResource(HearNudge hearNudge, SignedMessages messages) {
        this.hearNudge = hearNudge;
        this.messages = messages;
    }

    @POST
    public Response hear(
            @PathParam("org") OrgId org,
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String seconds,
            @HeaderParam("webhook-signature") @Nullable String signatures,
            @RequestBody(content = @Content(schema = @Schema(implementation = NudgeForm.class)))
                    SignedBody body) {
        String message = messages.id(org, WebhookSignature.read(id, seconds, signatures), body);
        NudgeForm form = body.as(NudgeForm.class);
        // Whether it is new or was heard before is all the same to the org.
        boolean _ = hearNudge.hear(new Nudge(org, message, form.about()));
        return Response.accepted().build();
    }
}
