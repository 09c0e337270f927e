package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.InstanceAnswers;
import io.turnout.adapters.http.operator.InstancesView;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.page.FormBody;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.application.scaling.ScalingUseCases;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Floor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Instances: who runs, how many are wanted and why, other bounds, and more ahead of an opening.
@Path(InstancesPage.PLACE)
public final class InstancesPage {
    static final String PLACE = "/operator/instances";

    private final Desk desk;

    InstancesPage(Desk desk) {
        this.desk = desk;
    }

    /// The board, and what was wrong with what was just asked for.
    public record Sheet(InstancesView board, @Nullable String flaw) {}

    @GET
    @RolesAllowed({Role.MAY_READ, Role.MAY_PROPOSE, Role.MAY_JUDGE, Role.MAY_AUDIT})
    public Response show(@Context ContainerRequestContext request) {
        return desk.show(request, "instances", new Sheet(board(), null));
    }

    private InstancesView board() {
        return InstancesView.of(scaling().show().show());
    }

    private ScalingUseCases scaling() {
        return desk.useCases().scaling();
    }

    @POST
    @Path("bounds")
    @RolesAllowed(Role.MAY_PROPOSE)
    public Response bound(byte[] body, @Context ContainerRequestContext request) {
        FormBody form = Fields.form(body);
        Author author = Fields.author(request, form);
        int min = number(form, "min");
        int max = number(form, "max");
        return min > max || max > Bounds.MOST
                ? flawed(request, "the lower bound is no more than the upper one, of 500 at most")
                : after(request, "bounded", scaling().bound().bound(new Bounds(min, max), author));
    }

    @POST
    @Path("floors")
    @RolesAllowed({Role.MAY_PROPOSE, Role.MAY_ACT})
    public Response raise(byte[] body, @Context ContainerRequestContext request) {
        FormBody form = Fields.form(body);
        Author author = Fields.author(request, form);
        int min = number(form, "least");
        Instant from = time(form, "from");
        Instant until = time(form, "until");
        return !from.isBefore(until) || min > Bounds.MOST
                ? flawed(request, "it ends after it begins, with 500 at most")
                : after(
                        request,
                        "raised",
                        scaling().raise().raise(new Floor(from, until, min), author));
    }

    @GET
    @Path("floors/removal")
    @RolesAllowed({Role.MAY_PROPOSE, Role.MAY_ACT})
    public Response mayDrop(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("least") @Nullable String least,
            @Context ContainerRequestContext request) {
        Floor floor = floor(from, until, least);
        return desk.confirm(
                request,
                new Confirmation(
                                "Drop the floor of " + floor.min(),
                                List.of(
                                        "From %s until %s fewer than %d may run."
                                                .formatted(
                                                        floor.from(), floor.until(), floor.min()),
                                        "Nobody is stopped at once: fewer run as it becomes"
                                                + " quiet."),
                                PLACE + "/floors/removal",
                                Map.of(
                                        "from",
                                        floor.from().toString(),
                                        "until",
                                        floor.until().toString(),
                                        "least",
                                        Integer.toString(floor.min())),
                                "Drop it",
                                false,
                                PLACE)
                        .withReason());
    }

    @POST
    @Path("floors/removal")
    @RolesAllowed({Role.MAY_PROPOSE, Role.MAY_ACT})
    public Response drop(byte[] body, @Context ContainerRequestContext request) {
        FormBody form = Fields.form(body);
        Author author = Fields.author(request, form);
        Floor floor = floor(form.one("from"), form.one("until"), form.one("least"));
        return after(request, "dropped", scaling().drop().drop(floor, author));
    }

    /// As the page named it.
    private static Floor floor(
            @Nullable String from, @Nullable String until, @Nullable String least) {
        Instant begins = Fields.value("from", from, InstancesPage::moment, "is a time in UTC");
        Instant ends = Fields.value("until", until, InstancesPage::moment, "is a time in UTC");
        return Fields.value(
                "least",
                least,
                text -> new Floor(begins, ends, count(text)),
                "is a floor that the page shows");
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(none);
        }
    }

    private static int number(FormBody form, String field) {
        return Fields.value(
                field, form.one(field), InstancesPage::count, "is a whole number, 0 or more");
    }

    private static int count(String text) {
        int count = Integer.parseInt(text.strip());
        if (count < 0) {
            throw new IllegalArgumentException(text);
        }
        return count;
    }

    private static Instant time(FormBody form, String field) {
        return Fields.value(field, form.one(field), InstancesPage::time, "is a time in UTC");
    }

    private static Instant time(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(none);
        }
    }

    private Response after(ContainerRequestContext request, String done, Answer<?> answer) {
        Optional<Problem> trouble = InstanceAnswers.trouble(answer);
        return trouble.isPresent()
                ? flawed(request, trouble.get().detail())
                : Desk.done(PLACE, done, 0);
    }

    private Response flawed(ContainerRequestContext request, String flaw) {
        return desk.show(422, request, "instances", new Sheet(board(), flaw));
    }
}
