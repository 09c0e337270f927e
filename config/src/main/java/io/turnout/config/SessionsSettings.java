package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.turnout.adapters.aws.ElastiCacheSessionStore;
import io.turnout.adapters.heroku.HerokuSessionStore;
import io.turnout.adapters.machine.LocalSessionStore;
import io.turnout.application.cloud.SessionStore;
import io.turnout.domain.cloud.StoreAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Optional;

/// Where open checkouts are remembered. None of it is the truth: without it, a checkout goes on
/// with what the browser carries.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SessionsSettings.InProcess.class, name = "in-process"),
    @JsonSubTypes.Type(value = SessionsSettings.Redis.class, name = "redis"),
    @JsonSubTypes.Type(value = SessionsSettings.Heroku.class, name = "heroku"),
    @JsonSubTypes.Type(value = SessionsSettings.Aws.class, name = "aws")
})
public sealed interface SessionsSettings {
    /// The store that instances share, if any.
    Optional<SessionStore> store();

    /// A Redis named elsewhere in the settings: the one of the sessions is trusted as that is,
    /// and any other must show a certificate.
    default StoreAddress address(URI url) {
        return store().map(SessionStore::address)
                .filter(known -> url.equals(known.url()))
                .orElseGet(() -> new StoreAddress(url, StoreAddress.Trust.VERIFIED));
    }

    /// In each instance by itself.
    record InProcess() implements SessionsSettings {
        @Override
        public Optional<SessionStore> store() {
            return Optional.empty();
        }
    }

    /// In a Redis for all instances, which other stacks may share (`redis://` or `rediss://`).
    record Redis(@NotNull URI url) implements SessionsSettings {
        @Override
        public Optional<SessionStore> store() {
            return Optional.of(new LocalSessionStore(url));
        }

        /// The address may hold a password.
        @Override
        public String toString() {
            return "Redis[" + url.getHost() + "]";
        }
    }

    /// In Heroku's store: what it says in `REDIS_URL`. Its certificate is signed by nobody known.
    record Heroku(@NotNull URI url) implements SessionsSettings {
        @Override
        public Optional<SessionStore> store() {
            return Optional.of(new HerokuSessionStore(url));
        }

        /// The address holds a password.
        @Override
        public String toString() {
            return "Heroku[" + url.getHost() + "]";
        }
    }

    /// In ElastiCache, by a token.
    record Aws(@NotBlank String host, int port, @NotBlank String token)
            implements SessionsSettings {
        @Override
        public Optional<SessionStore> store() {
            return Optional.of(new ElastiCacheSessionStore(host, port, token));
        }

        @Override
        public String toString() {
            return "Aws[" + host + "]";
        }
    }
}
