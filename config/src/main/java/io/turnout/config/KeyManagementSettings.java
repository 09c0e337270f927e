package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;

/// Who wraps the keys of orgs.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = KeyManagementSettings.Local.class, name = "local"))
public sealed interface KeyManagementSettings {
    /// A master key of this stack's own: a file with 32 bytes in Base64, readable by nobody else.
    record Local(@NotNull Path masterKeyFile) implements KeyManagementSettings {}
}
