package io.turnout.adapters.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.turnout.adapters.http.problem.Correlation;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.wire.SignedBody;
import io.turnout.application.rollout.ChooseForOrg;
import io.turnout.application.rollout.ShowOffers;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Flag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an org's own administrator sees which features are on offer, and says of each: early,
/// please, or not for us. Signed by the org's Salesforce as its other messages are; a question is
/// signed over an empty body.
@Path("/v1/orgs/{org}/features")
@Produces(MediaType.APPLICATION_JSON)
public final class FeaturesResource {
    private static final String ORG = "org:";
    private static final byte[] NOTHING = {};

    private final ShowOffers offers;
    private final ChooseForOrg choose;
    private final SignedMessages messages;

    FeaturesResource(ShowOffers offers, ChooseForOrg choose, SignedMessages messages) {
        this.offers = offers;
        this.choose = choose;
        this.messages = messages;
    }

    /// Whether an actor is an org, and no operator.
    public static boolean isOrg(String actor) {
        return actor.startsWith(ORG);
    }

    @GET
    public Response show(
            @PathParam("org") OrgId org,
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String seconds,
            @HeaderParam("webhook-signature") @Nullable String signatures) {
        String _ = messages.id(org, WebhookSignature.read(id, seconds, signatures), NOTHING);
        return shown(org);
    }

    /// The last word holds; said again, nothing changes. Out takes effect at once.
    @PUT
    @Path("{feature}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response choose(
            @PathParam("org") OrgId org,
            @PathParam("feature") String feature,
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String seconds,
            @HeaderParam("webhook-signature") @Nullable String signatures,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    FeatureChoiceForm.class)))
                    SignedBody body) {
        String _ = messages.id(org, WebhookSignature.read(id, seconds, signatures), body.bytes());
        FeatureChoiceForm form = body.as(FeatureChoiceForm.class);
        Author author = new Author(ORG + org, form.why(), Correlation.current());
        return Flag.of(feature)
                .filter(flag -> isOffered(org, flag))
                .filter(flag -> choose.choose(flag, org, form.toChoice(), author))
                .map(_ -> shown(org))
                .orElseGet(
                        () ->
                                Problem.response(
                                        ProblemType.NOT_FOUND, "no such feature is on offer"));
    }

    private boolean isOffered(OrgId org, Flag flag) {
        return offers.show(org).orElse(List.of()).stream()
                .anyMatch(offer -> offer.flag().equals(flag));
    }

    private Response shown(OrgId org) {
        return offers.show(org)
                .map(all -> Response.ok(FeaturesView.of(org, all)))
                .map(ok -> ok.header(HttpHeaders.CACHE_CONTROL, "no-store").build())
                .orElseGet(
                        () ->
                                Problem.response(
                                        ProblemType.NOT_FOUND, "the org is not at home here"));
    }
}
