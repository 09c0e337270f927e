package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.client.HttpClientConfiguration;
import io.dropwizard.util.Duration;
import io.turnout.adapters.salesforce.SalesforceConnection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How to reach the orgs that this stack serves.
public record SalesforceSettings(
        @Valid @NotNull List<Org> orgs, @Valid @NotNull HttpClientConfiguration client) {
    private static final int ORGS_AT_ONCE = 256;
    private static final int CALLS_PER_HOST = 4;

    @JsonCreator
    public SalesforceSettings(
            @JsonProperty("orgs") @Nullable List<Org> orgs,
            @JsonProperty("client") @Nullable HttpClientConfiguration client) {
        this.orgs = orgs == null ? List.of() : List.copyOf(orgs);
        this.client = Objects.requireNonNullElseGet(client, SalesforceSettings::usualClient);
    }

    /// A call may take a minute; a connection is there in two seconds or not at all.
    private static HttpClientConfiguration usualClient() {
        HttpClientConfiguration client = new HttpClientConfiguration();
        client.setTimeout(Duration.seconds(60));
        client.setConnectionTimeout(Duration.seconds(2));
        client.setConnectionRequestTimeout(Duration.seconds(10));
        client.setMaxConnections(ORGS_AT_ONCE);
        client.setMaxConnectionsPerRoute(CALLS_PER_HOST);
        client.setKeepAlive(Duration.seconds(30));
        client.setRetries(0);
        client.setCookiesEnabled(false);
        return client;
    }

    /// One org: who it is, where it lets us in, and as whom. `privateKeyFile` holds an RSA key as
    /// PKCS#8 PEM, whose certificate the org's client app has. `webhookSecrets` are one or two
    /// secrets (`whsec_…`) that the org signs its nudges with; without them it cannot nudge.
    public record Org(
            @NotBlank String org,
            @NotNull URI loginUrl,
            @NotBlank String consumerKey,
            @NotBlank String username,
            @NotBlank String audience,
            @NotNull Path privateKeyFile,
            @Nullable String apiVersion,
            @Size(min = 1, max = 2)
                    @Nullable List<@Pattern(regexp = "whsec_.+") String> webhookSecrets) {
        public String version() {
            return Objects.requireNonNullElse(apiVersion, SalesforceConnection.API_VERSION);
        }

        List<String> secrets() {
            return webhookSecrets == null ? List.of() : webhookSecrets;
        }

        /// Without its secrets.
        @Override
        public String toString() {
            return "Org[" + org + ", " + loginUrl + "]";
        }
    }
}
