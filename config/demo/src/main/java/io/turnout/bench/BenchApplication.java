package io.turnout.bench;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jdbi3.JdbiFactory;
import io.turnout.adapters.http.RegistrationForm;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresJdbi;
import io.turnout.adapters.postgres.PostgresOrgKeys;
import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.DeliveryRules;
import io.turnout.application.Ports;
import io.turnout.application.UseCases;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.config.House;
import io.turnout.config.StorageSettings;
import io.turnout.config.TurnoutApplication;
import io.turnout.config.TurnoutSettings;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jdbi.v3.core.Jdbi;

/// The house that is measured, with one more door: it takes the same form, checks it the same way,
/// and does nothing. With `turnout.bench.rows` set, its book makes a transaction of every request.
public final class BenchApplication extends TurnoutApplication {
    static final String ROW_BY_ROW = "turnout.bench.rows";

    public static void main(String[] arguments) throws Exception {
        new BenchApplication().run(arguments);
    }

    @Override
    protected House house(TurnoutSettings settings, Environment environment) {
        House house = super.house(settings, environment);
        return Boolean.getBoolean(ROW_BY_ROW) ? rowByRow(house, settings, environment) : house;
    }

    private static House rowByRow(House house, TurnoutSettings settings, Environment environment) {
        if (!(settings.storage() instanceof StorageSettings.Postgres(var database))) {
            throw new IllegalArgumentException("the bench measures PostgreSQL");
        }
        // Its callers queue at the locks, so a short lock timeout would only make it fail.
        database.setInitializationQuery("set lock_timeout = 0");
        Jdbi jdbi = PostgresJdbi.prepare(new JdbiFactory().build(environment, database, "rows"));
        TinkVault vault =
                new TinkVault(
                        new OpenKeys(
                                new LocalKeyManagement(BenchHouse.MASTER_KEY),
                                new PostgresOrgKeys(new Gate(jdbi, settings.stack()))));
        Ports all = house.ports();
        Ports ports =
                all.with(
                        RegistrationBook.class, new RowPerTransactionBook(jdbi, vault, all.book()));
        return new House(ports, UseCases.over(ports, DeliveryRules.USUAL), house.parts());
    }

    @Override
    protected void furnish(House house, Environment environment) {
        environment.jersey().register(new Nothing());
    }

    /// Takes a form and keeps nothing of it.
    @Path("/bench/nothing")
    @Consumes(MediaType.APPLICATION_JSON)
    public static final class Nothing {
        static final String PATH = "/bench/nothing";
        private static final String SHOWN =
                """
                {"event":"a01000000000001AAA","prefill":{"email":"guest1.1@example.com",\
                "name":"Guest 1","title":"Engineer","company":"Example Works"},"usesLeft":1,\
                "registration":null}\
                """;

        /// What a link looks like from outside, and nothing behind it.
        @GET
        @Produces(MediaType.APPLICATION_JSON)
        public Response show() {
            return Response.ok(SHOWN).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        }

        @POST
        public Response take(RegistrationForm form) {
            return Response.status(Response.Status.CREATED)
                    .type(MediaType.APPLICATION_JSON)
                    .entity("{\"people\":" + form.attendees().size() + "}")
                    .build();
        }
    }
}
