package io.turnout.adapters.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.wire.SignedBody;
import io.turnout.application.media.MediaUseCases;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where an org's Salesforce asks for tickets to bring pictures, and has them deleted. No byte of
/// a picture comes this way (A9).
@Path("/v1/orgs/{org}/media")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class MediaResource {
    private final MediaUseCases media;
    private final SignedMessages messages;

    MediaResource(MediaUseCases media, SignedMessages messages) {
        this.media = media;
        this.messages = messages;
    }

    @POST
    public Response offer(
            @PathParam("org") OrgId org,
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String seconds,
            @HeaderParam("webhook-signature") @Nullable String signatures,
            @RequestBody(content = @Content(schema = @Schema(implementation = MediaForm.class)))
                    SignedBody body) {
        String _ = messages.id(org, WebhookSignature.read(id, seconds, signatures), body);
        return answered(
                media.offer().offer(body.as(MediaForm.class).toUpload(org)),
                offer ->
                        Response.status(Response.Status.CREATED)
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .entity(MediaView.of(offer))
                                .build());
    }

    @POST
    @Path("deletions")
    public Response delete(
            @PathParam("org") OrgId org,
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String seconds,
            @HeaderParam("webhook-signature") @Nullable String signatures,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    MediaDeletionForm.class)))
                    SignedBody body) {
        String _ = messages.id(org, WebhookSignature.read(id, seconds, signatures), body);
        return answered(
                media.delete().delete(body.as(MediaDeletionForm.class).toRef(org)),
                _ -> Response.noContent().build());
    }

    private static <T> Response answered(Answer<T> answer, Function<T, Response> done) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> done.apply(value);
            case Answer.Failed<T>(Failure.Refused(var words)) ->
                    Problem.response(ProblemType.INVALID, words);
            case Answer.Failed<T>(Failure.Throttled(_)) ->
                    Problem.response(
                            ProblemType.OVERLOADED, "where pictures are kept, too many ask");
            case Answer.Failed<T>(_) ->
                    Problem.response(
                            ProblemType.STORAGE_UNAVAILABLE,
                            "where pictures are kept, nobody answers us now");
        };
    }
}
