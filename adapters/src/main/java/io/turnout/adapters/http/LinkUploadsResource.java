package io.turnout.adapters.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.wire.SignedBody;
import io.turnout.application.attendeelink.BeginUpload;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where an org's Salesforce asks for a ticket to bring links. The same message again gets the same
/// ticket.
@Path("/v1/orgs/{org}/events/{event}/link-uploads")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class LinkUploadsResource {
    private final BeginUpload beginUpload;
    private final SignedMessages messages;

    LinkUploadsResource(BeginUpload beginUpload, SignedMessages messages) {
        this.beginUpload = beginUpload;
        this.messages = messages;
    }

    @POST
    public Response begin(
            @PathParam("org") OrgId org,
            @PathParam("event") EventId event,
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String seconds,
            @HeaderParam("webhook-signature") @Nullable String signatures,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = LinkUploadForm.class)))
                    SignedBody body) {
        String message = messages.id(org, WebhookSignature.read(id, seconds, signatures), body);
        body.as(LinkUploadForm.class).mustName(event);
        return switch (beginUpload.begin(org, event, message)) {
            case BeginUpload.Answer.First(var upload, var ticket) -> {
                LinkTicketView view = LinkTicketView.of(upload, ticket);
                yield begun(Response.created(URI.create(view.uploadUrl())), view);
            }
            case BeginUpload.Answer.Again(var upload, var ticket) ->
                    begun(Response.ok(), LinkTicketView.of(upload, ticket));
            case BeginUpload.Answer.TooMany() ->
                    Problem.response(
                            ProblemType.RATE_LIMITED, "100 uploads are open: finish them first");
            case BeginUpload.Answer.Elsewhere() ->
                    Problem.response(ProblemType.RELOCATING, "nothing was begun");
        };
    }

    private static Response begun(Response.ResponseBuilder answer, LinkTicketView view) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").entity(view).build();
    }
}
