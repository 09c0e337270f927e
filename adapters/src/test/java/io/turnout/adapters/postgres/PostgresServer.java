package io.turnout.adapters.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/// One real PostgreSQL for all tests of this module, with a database of its own for each class:
/// a copy of one that was migrated once.
final class PostgresServer {
    private static final String TEMPLATE = "migrated";
    private static final int CONNECTIONS = 24;
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setServerConfig("max_connections", "1000")
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .start();
            execute(server, "create database " + TEMPLATE);
            var _ =
                    Flyway.configure()
                            .dataSource(server.getDatabase("postgres", TEMPLATE))
                            .load()
                            .migrate();
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("no PostgreSQL", e);
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The address of an empty database with the whole schema.
    static synchronized String freshUrl() {
        String name = "test" + LAST.incrementAndGet();
        try {
            execute(SERVER, "create database " + name + " template " + TEMPLATE);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    /// The address of a copy of a database, which nobody may use meanwhile: whoever is connected to
    /// it is cut off. It stays as it is, like a backup.
    static synchronized String copyOf(String url) {
        String original = url.replaceFirst(".*/(test[0-9]+).*", "$1");
        String name = "test" + LAST.incrementAndGet();
        try {
            execute(
                    SERVER,
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                            + original
                            + "'");
            execute(SERVER, "create database " + name + " template " + original);
        } catch (SQLException e) {
            throw new IllegalStateException("no copy of " + original, e);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    static Jdbi connect(String url) {
        PoolProperties pool = new PoolProperties();
        pool.setUrl(url);
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setUsername("postgres");
        pool.setMaxActive(CONNECTIONS);
        pool.setInitialSize(1);
        pool.setMinIdle(0);
        pool.setMaxIdle(CONNECTIONS);
        pool.setInitSQL("set lock_timeout = '250ms'");
        return PostgresJdbi.over(new DataSource(pool));
    }
}
