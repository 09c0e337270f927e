package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.turnout.adapters.http.HttpDoorSettings;
import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.SignIn;
import io.turnout.adapters.http.operator.SignInKeys;
import io.turnout.adapters.http.signin.DeskSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the front door allows one visitor, and whose tokens let operators in.
public record DoorSettings(
        @NotNull Duration bodyDeadline,
        @Min(1) int connections,
        @Min(1) int connectionsPerAddress,
        @Valid @Nullable Operators operators) {
    private static final Duration BODY_DEADLINE = Duration.seconds(10);
    private static final int CONNECTIONS = 10_000;
    private static final int CONNECTIONS_PER_ADDRESS = 4_096;

    static final DoorSettings USUAL = usual(null, null, null, null);

    /// What is left out is as usual.
    @JsonCreator
    static DoorSettings usual(
            @JsonProperty("bodyDeadline") @Nullable Duration bodyDeadline,
            @JsonProperty("connections") @Nullable Integer connections,
            @JsonProperty("connectionsPerAddress") @Nullable Integer connectionsPerAddress,
            @JsonProperty("operators") @Nullable Operators operators) {
        return new DoorSettings(
                Objects.requireNonNullElse(bodyDeadline, BODY_DEADLINE),
                Objects.requireNonNullElse(connections, CONNECTIONS),
                Objects.requireNonNullElse(connectionsPerAddress, CONNECTIONS_PER_ADDRESS),
                operators);
    }

    /// The public keys of the sign-in service as a JWK set, in a file or at an address; its issuer
    /// and our audience; and how operators sign in to the dashboard.
    public record Operators(
            @Nullable Path jwkSetFile,
            @Nullable URI jwkSetUrl,
            @NotBlank String issuer,
            @NotBlank String audience,
            @Valid @Nullable DashboardSettings dashboard) {
        SignInKeys keys() {
            if (jwkSetUrl != null) {
                return new SignInKeys.At(jwkSetUrl);
            }
            return new SignInKeys.Given(SettingsFiles.text(Objects.requireNonNull(jwkSetFile)));
        }

        DeskSettings toDesk() {
            return dashboard == null ? DeskSettings.NONE : dashboard.toDesk(URI.create(issuer));
        }
    }

    HttpDoorSettings toDoor(LaneSettings lanes) {
        return new HttpDoorSettings(
                bodyDeadline.toJavaDuration(),
                connections,
                connectionsPerAddress,
                Optional.ofNullable(operators)
                        .map(who -> new SignIn(who.keys(), who.issuer(), who.audience())),
                Optional.ofNullable(operators).map(Operators::toDesk).orElse(DeskSettings.NONE),
                lanes);
    }
}
