package io.turnout.adapters.http;

import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.SignIn;
import java.time.Duration;
import java.util.Optional;

/// What the house decides about its door. A body that has not arrived by `bodyDeadline` is late;
/// without `signIn` no operator gets in. Behind a proxy, which stands for many visitors, let
/// `connectionsPerAddress` be as many as `connections`.
public record HttpDoorSettings(
        Duration bodyDeadline,
        int connections,
        int connectionsPerAddress,
        Optional<SignIn> signIn,
        LaneSettings lanes) {
    public HttpDoorSettings {
        boolean deadline = bodyDeadline.isPositive();
        if (!deadline || connections < 1 || connectionsPerAddress < 1) {
            throw new IllegalArgumentException("a door has a deadline and lets somebody in");
        }
    }

    public static HttpDoorSettings standard() {
        return new HttpDoorSettings(
                Duration.ofSeconds(10), 10_000, 256, Optional.empty(), LaneSettings.USUAL);
    }
}
