package io.turnout.adapters.http;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.SignIn;
import io.turnout.adapters.http.operator.SignInKeys;
import io.turnout.application.Ports;
import io.turnout.application.UseCases;
import io.turnout.application.memory.Memory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A house with a sign-in service, and operators of each role who ask about orgs.
final class OperatedHouse implements AutoCloseable {
    private final ECKey key = Tokens.key("k1");
    private final OpenHouse house;

    OperatedHouse() {
        this(ports -> ports);
    }

    OperatedHouse(UnaryOperator<Ports> change) {
        this.house = new OpenHouse(() -> Fair.NOON, settings(), change);
    }

    private HttpDoorSettings settings() {
        return new HttpDoorSettings(
                Duration.ofSeconds(5),
                100,
                100,
                Optional.of(
                        new SignIn(
                                new SignInKeys.Given(new JWKSet(key.toPublicJWK()).toString()),
                                "https://id.example",
                                "turnout")),
                LaneSettings.USUAL);
    }

    Memory memory() {
        return house.memory;
    }

    UseCases useCases() {
        return house.useCases;
    }

    HttpResponse<String> send(String role, String method, String path, String body) {
        return sendTo("/v1/operator/orgs", role, method, path, body);
    }

    HttpResponse<String> sendTo(String room, String role, String method, String path, String body) {
        return sendAs("ops-1", role, method, room + path, body);
    }

    /// By an operator of that name.
    HttpResponse<String> sendAs(
            String subject, String role, String method, String path, String body) {
        HttpRequest.Builder request =
                house.request(path)
                        .header("Authorization", Tokens.bearer(key, subject, role))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return house.send(request);
    }

    /// Without saying who asks.
    HttpResponse<String> get(String path) {
        return house.get("/v1/operator/orgs" + path);
    }

    @Override
    public void close() {
        house.close();
    }
}
