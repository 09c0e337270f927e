package io.turnout.adapters.postgres;

import io.turnout.application.scaling.ConnectionLimits;
import io.turnout.domain.scaling.ConnectionRoom;
import java.util.Optional;

/// What PostgreSQL allows, by its own settings.
public final class PostgresConnectionLimits implements ConnectionLimits {
    /// Of all connections, and of those that nobody but a superuser gets.
    static final String ALLOWED =
            """
            current_setting('max_connections')::int as allowed,
            current_setting('superuser_reserved_connections')::int
                + coalesce(current_setting('reserved_connections', true), '0')::int as kept
            """;

    private final Gate gate;
    private final int each;

    /// @param each how many connections an instance opens at most
    public PostgresConnectionLimits(Gate gate, int each) {
        this.gate = gate;
        this.each = each;
    }

    @Override
    public Optional<ConnectionRoom> room() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery("select " + ALLOWED)
                                        .map(
                                                (row, _) ->
                                                        new ConnectionRoom(
                                                                row.getInt("allowed"),
                                                                row.getInt("kept"),
                                                                each))
                                        .findOne());
    }
}
