package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.dropwizard.db.DataSourceFactory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/// Where the house keeps what it must not lose.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StorageSettings.Postgres.class, name = "postgres"),
    @JsonSubTypes.Type(value = StorageSettings.Memory.class, name = "memory")
})
public sealed interface StorageSettings {
    /// PostgreSQL; the tests run 18.
    record Postgres(
            @JsonDeserialize(as = HouseDatabase.class) @Valid @NotNull DataSourceFactory database)
            implements StorageSettings {}

    /// Gone with the process: for looking around.
    record Memory() implements StorageSettings {}
}
