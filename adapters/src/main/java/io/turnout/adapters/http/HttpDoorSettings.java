package io.turnout.adapters.http;

import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.SignIn;
import io.turnout.adapters.http.signin.DeskSettings;
import java.time.Duration;
import java.util.Optional;

/// What the house decides about its door. A body that has not arrived by `bodyDeadline` is late;
/// without `signIn` no operator gets in to the API, and `desk` says how they do to the dashboard.
/// Behind a proxy, which stands for many visitors, let `connectionsPerAddress` be as many as
/// `connections`.
public record HttpDoorSettings(
        Duration bodyDeadline,
        int connections,
        int connectionsPerAddress,
        Optional<SignIn> signIn,
        DeskSettings desk,
        LaneSettings lanes) {
    public HttpDoorSettings {
        boolean deadline = bodyDeadline.isPositive();
        if (!deadline || connections < 1 || connectionsPerAddress < 1) {
            throw new IllegalArgumentException("a door has a deadline and lets somebody in");
        }
    }

    /// Without a dashboard that anybody can sign in to.
    public HttpDoorSettings(
            Duration bodyDeadline,
            int connections,
            int connectionsPerAddress,
            Optional<SignIn> signIn,
            LaneSettings lanes) {
        this(bodyDeadline, connections, connectionsPerAddress, signIn, DeskSettings.NONE, lanes);
    }

    public static HttpDoorSettings standard() {
        return new HttpDoorSettings(
                Duration.ofSeconds(10), 10_000, 256, Optional.empty(), LaneSettings.USUAL);
    }
}
