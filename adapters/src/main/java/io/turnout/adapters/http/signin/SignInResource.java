package io.turnout.adapters.http.signin;

import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.signin.OpenIdClient.Outcome;
import io.turnout.domain.secret.Secrets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where operators sign in and out.
@Path("/operator")
public final class SignInResource {
    private static final Logger LOG = LoggerFactory.getLogger(SignInResource.class);
    private static final int CODE_MAX = 2_048;

    private final Threshold threshold;
    private final Optional<OpenIdClient> client;
    private final URI goodbye;

    public SignInResource(Threshold threshold, DeskSettings settings) {
        this.threshold = threshold;
        this.client = settings.openId().map(one -> new OpenIdClient(one, settings.back()));
        this.goodbye = settings.goodbye();
    }

    @GET
    @Path("sign-in")
    public Response page(
            @QueryParam("then") @Nullable String then, @QueryParam("out") @Nullable String out) {
        String place = Places.inside(then);
        SignInSheet sheet =
                out != null
                        ? SignInSheet.out(
                                client.isPresent(), client.flatMap(one -> one.goodbye(goodbye)))
                        : SignInSheet.plain(client.isPresent(), place);
        return shown(200, sheet);
    }

    /// Where the sign-in service sends whoever signed out there.
    @GET
    @Path("sign-in/out")
    public Response outThere() {
        return shown(200, SignInSheet.outThere());
    }

    @GET
    @Path("sign-in/start")
    public Response start(@QueryParam("then") @Nullable String then) {
        PendingSignIn pending = PendingSignIn.begin(Places.inside(then));
        Optional<URI> there = client.flatMap(service -> service.address(pending));
        return there.map(
                        address ->
                                Response.seeOther(address)
                                        .cookie(threshold.cookies().pending(pending))
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .build())
                .orElseGet(() -> away(pending.then()));
    }

    /// Where the sign-in service sends the browser back to.
    @GET
    @Path("sign-in/back")
    public Response back(
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @Context HttpHeaders headers) {
        Optional<PendingSignIn> pending =
                threshold.cookies().pending(headers.getCookies()).filter(one -> same(one, state));
        if (pending.isEmpty() || client.isEmpty()) {
            return shown(400, SignInSheet.stale(client.isPresent()));
        }
        if (code == null || code.length() > CODE_MAX) {
            return refused("the service did not sign anybody in");
        }
        return switch (client.get().finish(pending.get(), code)) {
            case Outcome.SignedIn(var subject, var roles) ->
                    threshold.welcome(subject, roles, pending.get().then());
            case Outcome.Refused(var why) -> refused(why);
            case Outcome.Away() -> away(pending.get().then());
        };
    }

    private static boolean same(PendingSignIn pending, @Nullable String state) {
        return state != null
                && Secrets.equal(
                        pending.state().getBytes(StandardCharsets.UTF_8),
                        state.getBytes(StandardCharsets.UTF_8));
    }

    @POST
    @Path("sign-out")
    @RolesAllowed(Role.MAY_ENTER)
    public Response leave(@Context ContainerRequestContext request) {
        return Response.seeOther(URI.create(Places.SIGN_IN + "?out"))
                .cookie(threshold.farewell(Visitor.of(request)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    private Response refused(String why) {
        LOG.warn("somebody was not signed in: {}", why);
        return shown(403, SignInSheet.refused(why));
    }

    private Response away(String then) {
        LOG.warn("the sign-in service does not answer");
        return shown(503, SignInSheet.away(then));
    }

    private Response shown(int status, SignInSheet sheet) {
        return threshold
                .pages()
                .show(status, "sign-in", sheet)
                .cookie(threshold.cookies().noPending())
                .build();
    }
}
