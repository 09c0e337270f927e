package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotNull;
import java.net.URI;

/// Where what events say is remembered. None of it is the truth: without it, more is asked of the
/// storage.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CacheSettings.InProcess.class, name = "in-process"),
    @JsonSubTypes.Type(value = CacheSettings.Redis.class, name = "redis")
})
public sealed interface CacheSettings {
    /// In each instance by itself.
    record InProcess() implements CacheSettings {}

    /// In each instance, and in a Redis for all of them (`redis://` or `rediss://`).
    record Redis(@NotNull URI url) implements CacheSettings {
        /// The address may hold a password.
        @Override
        public String toString() {
            return "Redis[" + url.getHost() + "]";
        }
    }
}
