package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who keeps the definitions of flags. What was decided stands in our own storage either way, and
/// decides alone when there is no server or it is down.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FlagsSettings.Embedded.class, name = "embedded"),
    @JsonSubTypes.Type(value = FlagsSettings.Unleash.class, name = "unleash")
})
public sealed interface FlagsSettings {
    FlagsSettings USUAL = new Embedded(null);

    /// A Redis by which instances hear of changes too (`redis://` or `rediss://`).
    Optional<URI> redis();

    /// Compiled from our own storage; no server.
    record Embedded(@Nullable URI redisUrl) implements FlagsSettings {
        @Override
        public Optional<URI> redis() {
            return Optional.ofNullable(redisUrl);
        }

        /// The address may hold a password.
        @Override
        public String toString() {
            return "Embedded[]";
        }
    }

    /// An Unleash server, which shows what was decided here.
    ///
    /// @param token reads the definitions of `environment` (a backend token)
    /// @param adminToken writes them; by what it is called there, our writes are told from others'
    record Unleash(
            @NotNull URI url,
            @NotBlank String token,
            @NotBlank String adminToken,
            String environment,
            String project,
            @Nullable URI redisUrl)
            implements FlagsSettings {
        public Unleash(
                URI url,
                String token,
                String adminToken,
                @Nullable String environment,
                @Nullable String project,
                @Nullable URI redisUrl) {
            this.url = url;
            this.token = token;
            this.adminToken = adminToken;
            this.environment = Objects.requireNonNullElse(environment, "production");
            this.project = Objects.requireNonNullElse(project, "default");
            this.redisUrl = redisUrl;
        }

        @Override
        public Optional<URI> redis() {
            return Optional.ofNullable(redisUrl);
        }

        @Override
        public String toString() {
            return "Unleash[" + url.getHost() + "]";
        }
    }
}
