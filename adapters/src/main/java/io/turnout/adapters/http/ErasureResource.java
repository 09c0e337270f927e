package io.turnout.adapters.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.turnout.adapters.http.problem.Correlation;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.wire.SignedBody;
import io.turnout.application.erasure.AskErasure;
import io.turnout.application.erasure.Erasures;
import io.turnout.application.erasure.Erasures.Progress;
import io.turnout.application.erasure.ShowErasure;
import io.turnout.application.erasure.ShowErasure.Shown;
import io.turnout.application.privacy.ManageTokens;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.org.OrgId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/// Where an org's Salesforce asks that somebody be forgotten, signed as its other messages are, and
/// where whoever has the token of that sees what became of it.
@Path("/v1/orgs/{org}/erasures")
@Produces(MediaType.APPLICATION_JSON)
public final class ErasureResource {
    private final AskErasure ask;
    private final ShowErasure show;
    private final ManageTokens tokens;
    private final SignedMessages messages;
    private final Bearer bearer;

    /// Not sooner than it can be done.
    private static final long ASKED_SECONDS = Erasures.SETTLING.toSeconds() + 2;

    private static final long SETTLING_SECONDS = 5;

    ErasureResource(
            AskErasure ask, ShowErasure show, ManageTokens tokens, SignedMessages messages) {
        this.ask = ask;
        this.show = show;
        this.tokens = tokens;
        this.messages = messages;
        this.bearer = new Bearer(tokens);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(
            @PathParam("org") OrgId org,
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String seconds,
            @HeaderParam("webhook-signature") @Nullable String signatures,
            @RequestBody(content = @Content(schema = @Schema(implementation = ErasureForm.class)))
                    SignedBody body) {
        String message = messages.id(org, WebhookSignature.read(id, seconds, signatures), body);
        return asked(org, message, body.as(ErasureForm.class).normal());
    }

    private Response asked(OrgId org, String message, String email) {
        AskErasure.Asked asked = ask.ask(org, message, email, Correlation.current());
        return switch (asked.asking()) {
            case KEPT -> kept(org, asked.id());
            case FULL ->
                    Problem.response(ProblemType.OVERLOADED, "too many wait to be forgotten here");
            case ELSEWHERE -> Problem.response(ProblemType.RELOCATING, "nothing was kept");
        };
    }

    private Response kept(OrgId org, ErasureId id) {
        return shown(
                Response.accepted().location(URI.create("/v1/orgs/" + org + "/erasures/" + id)),
                show.show(org, id).orElseThrow());
    }

    /// With when to come again: a thousand who ask all the time are what the erasing waits for.
    private Response shown(Response.ResponseBuilder answer, Shown shown) {
        Progress progress = shown.progress();
        if (progress.state() != ErasureState.DONE) {
            boolean asked = progress.state() == ErasureState.ASKED;
            var _ =
                    answer.header(
                            HttpHeaders.RETRY_AFTER, asked ? ASKED_SECONDS : SETTLING_SECONDS);
        }
        return answer.entity(
                        ErasureView.of(shown, tokens.of(progress.org(), progress.id().value())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("{id}")
    public Response show(
            @PathParam("org") OrgId org,
            @PathParam("id") ErasureId id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return bearer.refusal(org, id.value(), authorization)
                .orElseGet(
                        () ->
                                show.show(org, id)
                                        .map(shown -> shown(Response.ok(), shown))
                                        .orElseGet(() -> Refusals.unknown("erasure")));
    }
}
