package io.turnout.config;

import io.dropwizard.util.Duration;
import io.turnout.adapters.http.HttpDoorSettings;
import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.SignIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the front door allows one visitor, and whose tokens let operators in.
public record DoorSettings(
        @NotNull Duration bodyDeadline,
        @Min(1) int connections,
        @Min(1) int connectionsPerAddress,
        @Valid @Nullable Operators operators) {
    static final DoorSettings USUAL = new DoorSettings(Duration.seconds(10), 10_000, 4_096, null);

    /// The public keys of the sign-in service as a JWK set, its issuer and our audience.
    public record Operators(
            @NotNull Path jwkSetFile, @NotBlank String issuer, @NotBlank String audience) {}

    HttpDoorSettings toDoor(LaneSettings lanes) {
        return new HttpDoorSettings(
                bodyDeadline.toJavaDuration(),
                connections,
                connectionsPerAddress,
                Optional.ofNullable(operators)
                        .map(
                                who ->
                                        new SignIn(
                                                SettingsFiles.text(who.jwkSetFile()),
                                                who.issuer(),
                                                who.audience())),
                lanes);
    }
}
