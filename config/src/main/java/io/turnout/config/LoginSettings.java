package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.turnout.adapters.aws.RdsDatabaseCredentials;
import io.turnout.adapters.heroku.DatabaseUrl;
import io.turnout.adapters.machine.FixedLogin;
import io.turnout.application.cloud.DatabaseCredentials;
import io.turnout.domain.cloud.Login;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import software.amazon.awssdk.services.rds.RdsClient;

/// Who knows the way into the database.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LoginSettings.Local.class, name = "local"),
    @JsonSubTypes.Type(value = LoginSettings.Heroku.class, name = "heroku"),
    @JsonSubTypes.Type(value = LoginSettings.Aws.class, name = "aws")
})
public sealed interface LoginSettings {
    int PORT_MAX = 65_535;

    /// For the driver.
    String address();

    DatabaseCredentials open();

    /// A user and a password that stay.
    record Local(@NotBlank String address, @NotBlank String user, @NotNull String password)
            implements LoginSettings {
        @Override
        public DatabaseCredentials open() {
            return new FixedLogin(new Login(user, password));
        }

        @Override
        public String toString() {
            return "Local[" + user + "]";
        }
    }

    /// What Heroku says in `DATABASE_URL`.
    record Heroku(@NotBlank String url) implements LoginSettings {
        @Override
        public String address() {
            return DatabaseUrl.parse(url).address();
        }

        @Override
        public DatabaseCredentials open() {
            return DatabaseUrl.parse(url);
        }

        @Override
        public String toString() {
            return "Heroku[]";
        }
    }

    /// A user of RDS whose password is a token of the task's own making.
    record Aws(
            @Valid @NotNull AwsSettings place,
            @NotBlank String host,
            @Min(1) @Max(PORT_MAX) int port,
            @NotBlank String name,
            @NotBlank String user)
            implements LoginSettings {
        @Override
        public String address() {
            return "jdbc:postgresql://" + host + ":" + port + "/" + name;
        }

        @Override
        public DatabaseCredentials open() {
            return new RdsDatabaseCredentials(
                    place.open().client(RdsClient.builder()), host, port, user);
        }
    }
}
