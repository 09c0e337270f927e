package io.turnout.adapters.postgres;

import io.turnout.application.flags.DefinitionsCopy;
import java.util.Optional;

/// The last definitions in PostgreSQL, one row an environment.
public final class PostgresDefinitionsCopy implements DefinitionsCopy {
    private static final String LAST =
            "select body from flag_definitions where environment = :environment";
    private static final String KEEP =
            """
            insert into flag_definitions (environment, body, kept_at)
            values (:environment, :body, now())
            on conflict (environment) do update set body = excluded.body,
                kept_at = excluded.kept_at
            where flag_definitions.body <> excluded.body
            """;

    private final Gate gate;

    public PostgresDefinitionsCopy(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Optional<String> last(String environment) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(LAST)
                                        .bind("environment", environment)
                                        .mapTo(String.class)
                                        .findOne());
    }

    @Override
    public void keep(String environment, String definitions) {
        Patience.run(
                () ->
                        gate.jdbi()
                                .useHandle(
                                        handle -> {
                                            int _ =
                                                    handle.createUpdate(KEEP)
                                                            .bind("environment", environment)
                                                            .bind("body", definitions)
                                                            .execute();
                                        }));
    }
}
