package io.turnout.adapters.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

/// Whether a database can be reached by some settings, and is ours: it has the shape that this
/// program writes to, and room for the pools of all instances. Nothing is written.
public final class PostgresProbe {
    private static final int SECONDS = 3;
    private static final String LOOK =
            """
            select current_setting('max_connections')::int
                - current_setting('superuser_reserved_connections')::int,
            to_regclass('setting_proposal') is not null and to_regclass('registration') is not null
            """;

    private PostgresProbe() {}

    /// What is wrong, in words of ours: nothing that a database says is repeated.
    ///
    /// @param login user and password
    /// @param wanted how many connections all pools may open
    public static Optional<String> ask(String url, Properties login, long wanted) {
        Properties properties = new Properties();
        properties.putAll(login);
        properties.put("connectTimeout", Integer.toString(SECONDS));
        properties.put("loginTimeout", Integer.toString(SECONDS));
        properties.put("socketTimeout", Integer.toString(SECONDS));
        properties.put("ApplicationName", "turnout probe");
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOOK)) {
            return row.next()
                    ? judge(row.getInt(1), row.getBoolean(2), wanted)
                    : Optional.of("does not answer as a database does");
        } catch (SQLException away) {
            return Optional.of("does not answer, or not us");
        }
    }

    private static Optional<String> judge(int room, boolean ours, long wanted) {
        if (!ours) {
            return Optional.of("leads to a database that has not our tables");
        }
        return wanted > room
                ? Optional.of(
                        "is too much: all pools would open "
                                + wanted
                                + " connections, and the database allows "
                                + room)
                : Optional.empty();
    }
}
