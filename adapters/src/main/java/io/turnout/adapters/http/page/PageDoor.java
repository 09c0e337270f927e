package io.turnout.adapters.http.page;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.turnout.adapters.http.HttpDoor;

/// The pages, installed in one step.
public final class PageDoor {
    private PageDoor() {}

    public static void install(Environment environment, HttpDoor.Behind behind) {
        Desk desk =
                new Desk(
                        behind.useCases(),
                        behind.tokens(),
                        behind.ids(),
                        behind.clock(),
                        Pages.ours());
        JerseyEnvironment jersey = environment.jersey();
        jersey.register(new Assets());
        jersey.register(new EventPageResource(desk, environment.getValidator()));
        jersey.register(new LinkPageResource(desk));
        jersey.register(new InvitationPageResource(desk));
        jersey.register(new CheckoutPageResource(desk, environment.getValidator()));
        jersey.register(new RegistrationPageResource(desk));
        jersey.register(new ProblemPages(desk.pages()));
    }
}
