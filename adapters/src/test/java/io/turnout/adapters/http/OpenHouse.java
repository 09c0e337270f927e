package io.turnout.adapters.http;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.DropwizardTestSupport;
import io.dropwizard.testing.ResourceHelpers;
import io.turnout.adapters.http.crossing.CrossingPorts;
import io.turnout.adapters.http.lane.LanePorts;
import io.turnout.adapters.http.lane.LoadTest;
import io.turnout.application.DeliveryRules;
import io.turnout.application.Ports;
import io.turnout.application.UseCases;
import io.turnout.application.memory.Memory;
import io.turnout.application.memory.MemoryWebhookSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A real server on a free port, over use cases in memory.
final class OpenHouse implements AutoCloseable {
    final Memory memory;
    final UseCases useCases;
    final MemoryWebhookSecrets secrets = new MemoryWebhookSecrets();
    final Routes routes = new Routes();
    private final HttpClient client = HttpClient.newHttpClient();
    private final DropwizardTestSupport<Configuration> server;

    OpenHouse(InstantSource clock, HttpDoorSettings settings) {
        this(clock, settings, ports -> ports);
    }

    OpenHouse(InstantSource clock, HttpDoorSettings settings, UnaryOperator<Ports> change) {
        this(clock, settings, change, Optional.empty());
    }

    OpenHouse(
            InstantSource clock,
            HttpDoorSettings settings,
            UnaryOperator<Ports> change,
            Optional<CrossingPorts> crossing) {
        this.memory = Memory.empty(clock);
        Ports ports = change.apply(memory.ports());
        this.useCases = UseCases.over(ports, DeliveryRules.USUAL);
        HttpDoor.Behind behind =
                new HttpDoor.Behind(
                        useCases,
                        ports.tokens(),
                        ports.ids(),
                        clock,
                        secrets,
                        new LanePorts(
                                ports.allowances(), ports.hosts(), new LoadTest(secrets, clock)),
                        crossing);
        this.server =
                new DropwizardTestSupport<>(
                        DoorOnly.class,
                        ResourceHelpers.resourceFilePath("io/turnout/adapters/http/door.yml")) {
                    @Override
                    public Application<Configuration> newApplication() {
                        return new DoorOnly(settings, behind, routes);
                    }
                };
        start();
    }

    private void start() {
        try {
            server.before();
        } catch (Exception failed) {
            throw new IllegalStateException("the server did not start", failed);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    Environment environment() {
        return server.getEnvironment();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String key, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        client.close();
        server.after();
    }

    /// An application that is nothing but the door.
    static final class DoorOnly extends Application<Configuration> {
        private final HttpDoorSettings settings;
        private final HttpDoor.Behind behind;
        private final Routes routes;

        DoorOnly(HttpDoorSettings settings, HttpDoor.Behind behind, Routes routes) {
            this.routes = routes;
            this.settings = settings;
            this.behind = behind;
        }

        @Override
        public void run(Configuration configuration, Environment environment) {
            environment.jersey().register(routes);
            HttpDoor.install(environment, settings, behind);
        }
    }
}
