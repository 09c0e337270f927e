package io.turnout.config.scenario;

import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresEventPages;
import io.turnout.adapters.postgres.PostgresJdbi;
import io.turnout.adapters.postgres.PostgresLicenses;
import io.turnout.adapters.postgres.PostgresOrgs;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// A database and a store as a cloud gives them: encrypted, with certificates that nobody vouches
/// for, and a user with a password that must be spelled right.
final class CloudStreet implements AutoCloseable {
    static final String USER = "u8x";
    static final String DATABASE = "d9";
    static final String PASSWORD = "p@ss/w+rd%";

    final EmbeddedPostgres postgres;
    final TlsRelay redis;
    private final SharedRedis behind;
    private final Jdbi jdbi;

    CloudStreet(Path folder) throws Exception {
        SelfSigned certificate = SelfSigned.in(folder);
        postgres =
                EmbeddedPostgres.builder()
                        .setServerConfig("ssl", "on")
                        .setServerConfig("ssl_cert_file", certificate.certificate().toString())
                        .setServerConfig("ssl_key_file", certificate.key().toString())
                        .start();
        jdbi = PostgresJdbi.over(postgres.getPostgresDatabase());
        behind = new SharedRedis(folder.resolve("redis"));
        redis = new TlsRelay(certificate.context(), behind.url().getPort());
        grant();
    }

    /// Whom Heroku or RDS lets in: not the superuser.
    private void grant() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            var _ = statement.execute("create role " + USER + " login password '" + PASSWORD + "'");
            var _ = statement.execute("create database " + DATABASE + " owner " + USER);
        }
    }

    String address() {
        return "localhost:" + postgres.getPort() + "/" + DATABASE;
    }

    /// How many of the connections of this user are encrypted, and how many are not.
    Map<Boolean, Long> encrypted() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select s.ssl, count(*) from pg_stat_activity a"
                                                + " join pg_stat_ssl s using (pid)"
                                                + " where a.usename = ? group by 1")
                                .bind(0, USER)
                                .reduceRows(
                                        new java.util.HashMap<>(),
                                        (all, row) -> {
                                            all.put(
                                                    row.getColumn(1, Boolean.class),
                                                    row.getColumn(2, Long.class));
                                            return all;
                                        }));
    }

    /// Who the connections of this user say they are.
    List<String> applications() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select distinct application_name from pg_stat_activity"
                                                + " where usename = ?")
                                .bind(0, USER)
                                .mapTo(String.class)
                                .list());
    }

    /// How many keys of orgs are wrapped under a master key, which they name.
    int keysUnder(String master) {
        return PostgresJdbi.over(postgres.getDatabase("postgres", DATABASE))
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                "select count(*) from org_key where position("
                                                        + "convert_to(?, 'UTF8') in wrapped)"
                                                        + " > 0")
                                        .bind(0, master)
                                        .mapTo(Integer.class)
                                        .one());
    }

    Gate gate(String stack) {
        return new Gate(PostgresJdbi.over(postgres.getDatabase("postgres", DATABASE)), stack);
    }

    /// An org with a licence and an event, as an operator and a pull would bring.
    void publish(String stack) {
        Gate gate = gate(stack);
        new PostgresOrgs(gate).welcome(Street.ORG);
        new PostgresLicenses(gate).keep(new License("L-1", LicenseStatus.ACTIVE, Street.ORG));
        Seats seats = new Seats.Limited(10);
        new PostgresEventPages(gate)
                .keep(
                        Street.event(),
                        Map.of(
                                RoomId.of(Street.EVENT), seats,
                                RoomId.of(Street.TICKET), seats,
                                RoomId.of(Street.WORKSHOP), seats));
    }

    @Override
    public void close() throws IOException {
        redis.close();
        behind.close();
        postgres.close();
    }
}
