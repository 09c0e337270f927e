package io.turnout.demo;

import io.dropwizard.logging.common.BootstrapLogging;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// `./turnout unleash`: an Unleash server for work on this machine, until it is told to stop.
public final class UnleashMain {
    private static final int USAGE_STATUS = 2;
    private static final String USAGE =
            """
            ./turnout unleash [options]: an Unleash server for work on this machine
              --port N            where it listens                  (4242)
              --postgres-port N   its own PostgreSQL                (15434)
              --help              this text
            Needs Node.js 20 or newer with npm. The first start fetches unleash-server
            (180 MB) into ~/.turnout/unleash, where it keeps its data too.\
            """;

    private UnleashMain() {}

    public static void main(String[] arguments) {
        int port = 4242;
        int postgres = 15_434;
        for (int i = 0; i < arguments.length; i += 2) {
            if (arguments[i].matches("--help|-h|help")) {
                System.out.println(USAGE);
                return;
            }
            boolean known = arguments[i].matches("--port|--postgres-port");
            boolean valued = i + 1 < arguments.length && arguments[i + 1].matches("[1-9]\\d{0,4}");
            if (!known || !valued || Integer.parseInt(arguments[i + 1]) > 65_535) {
                System.err.println("turnout unleash: what is " + arguments[i] + "?\n" + USAGE);
                System.exit(USAGE_STATUS);
            }
            int value = Integer.parseInt(arguments[i + 1]);
            if (arguments[i].equals("--port")) {
                port = value;
            } else {
                postgres = value;
            }
        }
        BootstrapLogging.bootstrap();
        try {
            run(port, postgres, new Progress(System.out));
        } catch (DemoTrouble trouble) {
            System.err.println("turnout unleash: " + trouble.getMessage());
            System.exit(1);
        }
    }

    private static void run(int port, int postgres, Progress progress) {
        UnleashPackage program = UnleashPackage.usual();
        DataFolder data =
                new DataFolder(
                        Path.of(System.getProperty("user.home"), ".turnout", "unleash", "data"));
        data.open();
        var _ = DemoDatabase.stopOrphan(data);
        progress.step("unleash-server " + UnleashPackage.VERSION, program::install);
        AtomicReference<@Nullable DemoDatabase> database = new AtomicReference<>();
        AtomicReference<@Nullable UnleashProcess> server = new AtomicReference<>();
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> stop(server.get(), database.get())));
        progress.step(
                "PostgreSQL on port " + postgres,
                () -> {
                    database.set(DemoDatabase.start(data, postgres));
                    createDatabase(postgres, "unleash");
                });
        progress.step(
                "Unleash on port " + port,
                () ->
                        server.set(
                                UnleashProcess.start(
                                        program,
                                        new UnleashProcess.Database(postgres, "unleash"),
                                        port,
                                        data.file("unleash.log"))));
        String address = "http://127.0.0.1:" + port;
        String token = new UnleashPeople(URI.create(address)).token("turnout", UnleashPeople.ADMIN);
        progress.say(
                """

                Unleash is at %s (admin, unleash4all). Put this into your settings file:

                  flags:
                    type: unleash
                    url: %s
                    token: '%s'
                    adminToken: '%s'
                    environment: production

                Ctrl-C stops it.\
                """
                        .formatted(address, address, UnleashProcess.READING_TOKEN, token));
        Objects.requireNonNull(server.get()).awaitEnd();
    }

    private static void stop(@Nullable UnleashProcess server, @Nullable DemoDatabase database) {
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.close();
        }
    }

    /// Unless it is there.
    static void createDatabase(int port, String name) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, DemoDatabase.USER, "");
                Statement statement = connection.createStatement()) {
            var known =
                    statement.executeQuery(
                            "select from pg_database where datname = '" + name + "'");
            if (!known.next()) {
                var _ = statement.execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no database for Unleash", e);
        }
    }
}
