package io.turnout.demo;

import io.dropwizard.core.setup.Environment;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.page.FormBody;
import io.turnout.adapters.http.page.Pages;
import io.turnout.adapters.http.page.SamePlace;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.adapters.http.signin.Threshold;
import io.turnout.config.House;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stands in for the sign-in service of the dashboard: whoever started the demo gets its address
/// with a code that is new with each start, and chooses as what they look at it. No server has this
/// class: it comes with the demo alone.
@Path("/operator/demo")
public final class DemoSignIn {
    private final Threshold threshold;
    private final String code;
    private final Pages pages = Pages.beside(DemoSignIn.class);

    private DemoSignIn(Threshold threshold, String code) {
        this.threshold = threshold;
        this.code = code;
    }

    static void install(Environment environment, House house, URI url, String code) {
        DeskSettings settings = new DeskSettings(url, Optional.empty());
        Threshold threshold = new Threshold(house.useCases().sessions(), settings);
        environment.jersey().register(new DemoSignIn(threshold, code));
    }

    /// The code goes on in the form; the roles to choose from.
    public record Sheet(String code, List<String> roles) {
        @Override
        public String toString() {
            return "Sheet[…]";
        }
    }

    @GET
    public Response page(@QueryParam("code") @Nullable String given) {
        check(given);
        List<String> roles = Arrays.stream(Role.values()).map(Role::word).toList();
        return pages.show(200, "demo-sign-in", new Sheet(code, roles)).build();
    }

    @POST
    public Response enter(byte[] body, @Context HttpHeaders headers) {
        FormBody form = FormBody.read(body).orElseThrow(NotFoundException::new);
        check(form.one("code"));
        if (!SamePlace.sent(headers)) {
            throw new NotFoundException();
        }
        Optional<Role> one = Role.of(form.one("role"));
        Set<Role> roles = one.map(Set::of).orElseGet(() -> Set.of(Role.values()));
        return threshold.welcome("demo-operator", roles, "/operator");
    }

    private void check(@Nullable String given) {
        if (given == null
                || !MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        code.getBytes(StandardCharsets.UTF_8))) {
            throw new NotFoundException();
        }
    }
}
