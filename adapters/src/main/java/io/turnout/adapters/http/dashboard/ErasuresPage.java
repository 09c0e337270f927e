package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.ErasuresView;
import io.turnout.adapters.http.operator.LatestErasuresView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.page.FormBody;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.text.PageParameters;
import io.turnout.adapters.http.text.Text;
import io.turnout.application.erasure.AskErasureByOperator;
import io.turnout.application.erasure.Erasures.Mark;
import io.turnout.application.erasure.ShowErasure.Shown;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Person;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where those who answer for privacy have somebody forgotten, and see how far that is. An address
/// of a person travels in bodies alone, and stands in no address of a page.
@Path("/operator/erasures")
public final class ErasuresPage {
    private static final String PLACE = "/operator/erasures";
    private static final int PAGE = 50;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    private final Desk desk;

    ErasuresPage(Desk desk) {
        this.desk = desk;
    }

    /// The form, what was wrong with it, and what was asked for last.
    public record Sheet(Optional<String> wrong, LatestErasuresView latest) {}

    @GET
    @RolesAllowed(Role.MAY_SECURE)
    public Response form(
            @QueryParam("id") @Nullable String id,
            @QueryParam("cursor") @Nullable String cursor,
            @Context ContainerRequestContext request) {
        if (id != null && !id.isBlank()) {
            return Response.seeOther(URI.create(PLACE + "/" + erasure(id.strip()))).build();
        }
        return desk.show(request, "erasures", new Sheet(Optional.empty(), latest(cursor)));
    }

    private LatestErasuresView latest(@Nullable String cursor) {
        Optional<Mark> before = PageParameters.after(cursor, LatestErasuresView::mark);
        return LatestErasuresView.of(desk.useCases().erasure().show().latest(before, PAGE), PAGE);
    }

    private static ErasureId erasure(String id) {
        return Fields.value("id", id, ErasureId::valueOf, "is the id of an erasure");
    }

    /// The address is shown once more, in a page that nobody stores, before anything is done.
    @POST
    @Path("confirm")
    @RolesAllowed(Role.MAY_SECURE)
    public Response mayAsk(byte[] body, @Context ContainerRequestContext request) {
        FormBody form = Fields.form(body);
        String email = form.one("email");
        Optional<OrgId> org = org(form);
        if (!EMAIL.matcher(email).matches() || email.length() > Person.EMAIL_MAX) {
            Sheet sheet = new Sheet(Optional.of("That is not an e-mail address."), latest(null));
            return desk.show(422, request, "erasures", sheet);
        }
        return desk.confirm(
                request,
                new Confirmation(
                        "Forget this person",
                        List.of(
                                "Everything kept of "
                                        + email
                                        + org.map(one -> " in organisation " + one)
                                                .orElse(" in all organisations")
                                        + " is erased: attendees, links, keys and what is owed.",
                                "Seats of who is alone in a registration for an event ahead are"
                                        + " given back.",
                                "This cannot be undone, by nobody."),
                        PLACE + org.map(one -> "?org=" + one).orElse(""),
                        Map.of("email", email),
                        "Forget this person",
                        true,
                        PLACE));
    }

    private static Optional<OrgId> org(FormBody form) {
        String org = form.one("org");
        return org.isEmpty() ? Optional.empty() : Optional.of(Fields.org(org));
    }

    @POST
    @RolesAllowed(Role.MAY_SECURE)
    public Response ask(byte[] body, @QueryParam("org") @Nullable String org) {
        String email = Fields.form(body).one("email");
        if (!EMAIL.matcher(email).matches() || email.length() > Person.EMAIL_MAX) {
            return Problem.invalid("email", "is an e-mail address").toResponse();
        }
        Optional<OrgId> one = org == null ? Optional.empty() : Optional.of(Fields.org(org));
        ErasureId id = new ErasureId(desk.ids().next());
        AskErasureByOperator.Asked asked =
                desk.useCases().erasure().askByOperator().ask(id, Text.normal(email), one);
        return asked.orgs() == 0
                ? Problem.response(ProblemType.RELOCATING, "nothing was kept for any organisation")
                : Response.seeOther(URI.create(PLACE + "/" + id)).build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.MAY_SECURE)
    public Response progress(
            @PathParam("id") ErasureId id, @Context ContainerRequestContext request) {
        List<Shown> shown = desk.useCases().erasure().show().show(id);
        return shown.isEmpty()
                ? Problem.response(ProblemType.NOT_FOUND, "no such erasure")
                : desk.show(request, "erasure", ErasuresView.of(id, shown, List.of()));
    }
}
