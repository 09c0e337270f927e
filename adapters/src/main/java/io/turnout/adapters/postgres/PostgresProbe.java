package io.turnout.adapters.postgres;

import io.turnout.domain.scaling.ConnectionRoom;
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
            "select to_regclass('setting_proposal') is not null"
                    + " and to_regclass('registration') is not null as ours, "
                    + PostgresConnectionLimits.ALLOWED;

    private PostgresProbe() {}

    /// What is wrong, in words of ours: nothing that a database says is repeated.
    ///
    /// @param login user and password
    /// @param each how many connections an instance may open
    /// @param instances how many there may be
    public static Optional<String> ask(String url, Properties login, int each, int instances) {
        try (Connection connection = DriverManager.getConnection(url, hurried(login));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOOK)) {
            if (!row.next()) {
                return Optional.of("does not answer as a database does");
            }
            return row.getBoolean("ours")
                    ? room(row, each).flaw(instances).map(why -> "is too much: " + why)
                    : Optional.of("leads to a database that has not our tables");
        } catch (SQLException away) {
            return Optional.of("does not answer, or not us");
        }
    }

    /// How many connections it allows; empty where it does not answer.
    ///
    /// @param each how many connections an instance may open
    public static Optional<ConnectionRoom> room(String url, Properties login, int each) {
        try (Connection connection = DriverManager.getConnection(url, hurried(login));
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select " + PostgresConnectionLimits.ALLOWED)) {
            return row.next() ? Optional.of(room(row, each)) : Optional.empty();
        } catch (SQLException away) {
            return Optional.empty();
        }
    }

    private static Properties hurried(Properties login) {
        Properties properties = new Properties();
        properties.putAll(login);
        properties.put("connectTimeout", Integer.toString(SECONDS));
        properties.put("loginTimeout", Integer.toString(SECONDS));
        properties.put("socketTimeout", Integer.toString(SECONDS));
        properties.put("ApplicationName", "turnout probe");
        return properties;
    }

    private static ConnectionRoom room(ResultSet row, int each) throws SQLException {
        return new ConnectionRoom(row.getInt("allowed"), row.getInt("kept"), each);
    }
}
