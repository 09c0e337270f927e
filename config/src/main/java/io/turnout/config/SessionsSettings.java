package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotNull;
import java.net.URI;

/// Where open checkouts are remembered. None of it is the truth: without it, a checkout goes on
/// with what the browser carries.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SessionsSettings.InProcess.class, name = "in-process"),
    @JsonSubTypes.Type(value = SessionsSettings.Redis.class, name = "redis")
})
public sealed interface SessionsSettings {
    /// In each instance by itself.
    record InProcess() implements SessionsSettings {}

    /// In a Redis for all instances, which other stacks may share (`redis://` or `rediss://`).
    record Redis(@NotNull URI url) implements SessionsSettings {
        /// The address may hold a password.
        @Override
        public String toString() {
            return "Redis[" + url.getHost() + "]";
        }
    }
}
