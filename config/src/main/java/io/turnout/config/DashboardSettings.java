package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.adapters.http.signin.OpenId;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Under which address operators open the dashboard, and as whom the sign-in service knows us.
/// Without `clientId` nobody signs in by it. Where `acrValues` are named, only who signed in by one
/// of them gets in: name what stands for a second factor there.
public record DashboardSettings(
        @NotNull URI publicUrl,
        @Nullable String clientId,
        @Nullable Path clientSecretFile,
        @NotNull String rolesClaim,
        @NotNull List<String> acrValues) {
    private static final String ROLES = "roles";

    /// What is left out is as usual.
    @JsonCreator
    static DashboardSettings usual(
            @JsonProperty("publicUrl") URI publicUrl,
            @JsonProperty("clientId") @Nullable String clientId,
            @JsonProperty("clientSecretFile") @Nullable Path clientSecretFile,
            @JsonProperty("rolesClaim") @Nullable String rolesClaim,
            @JsonProperty("acrValues") @Nullable List<String> acrValues) {
        return new DashboardSettings(
                publicUrl,
                clientId,
                clientSecretFile,
                Objects.requireNonNullElse(rolesClaim, ROLES),
                Objects.requireNonNullElse(acrValues, List.of()));
    }

    DeskSettings toDesk(URI issuer) {
        return new DeskSettings(
                publicUrl,
                Optional.ofNullable(clientId)
                        .map(
                                id ->
                                        new OpenId(
                                                issuer,
                                                id,
                                                Optional.ofNullable(clientSecretFile)
                                                        .map(SettingsFiles::text)
                                                        .map(String::strip),
                                                rolesClaim,
                                                acrValues)));
    }
}
