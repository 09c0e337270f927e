package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.client.HttpClientConfiguration;
import io.dropwizard.util.Duration;
import io.turnout.adapters.salesforce.ConnectionTerms;
import io.turnout.adapters.salesforce.Mappings;
import io.turnout.adapters.salesforce.SalesforceConnection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How to reach the orgs that this stack serves.
/// `mappings` are those beside the ones that ship, whole or as a file's path; `hosts` are the
/// domains under which an operator may have an org sign in.
public record SalesforceSettings(
        @Valid @NotNull List<Org> orgs,
        @Valid @NotNull HttpClientConfiguration client,
        @NotNull Map<String, JsonNode> mappings,
        @NotNull List<String> hosts) {
    private static final int ORGS_AT_ONCE = 256;
    private static final int CALLS_PER_HOST = 4;

    @JsonCreator
    public SalesforceSettings(
            @JsonProperty("orgs") @Nullable List<Org> orgs,
            @JsonProperty("client") @Nullable HttpClientConfiguration client,
            @JsonProperty("mappings") @Nullable Map<String, JsonNode> mappings,
            @JsonProperty("hosts") @Nullable List<String> hosts) {
        this.orgs = orgs == null ? List.of() : List.copyOf(orgs);
        this.client = Objects.requireNonNullElseGet(client, SalesforceSettings::usualClient);
        this.mappings = mappings == null ? Map.of() : Map.copyOf(mappings);
        this.hosts = hosts == null ? ConnectionTerms.SALESFORCE : List.copyOf(hosts);
        // Read here as well, so that a mistake stops the start and not the first call.
        var _ = terms();
    }

    /// What every connection must be.
    public ConnectionTerms terms() {
        Map<String, JsonNode> read = new TreeMap<>();
        mappings.forEach((name, given) -> read.put(name, SettingsFiles.inlineOrFile(given)));
        return new ConnectionTerms(Mappings.with(read), hosts);
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
    /// secrets (`whsec_…`) that the org signs its nudges with; without them it cannot nudge. `home`
    /// is the stack at which it begins, where that is another one than this.
    public record Org(
            @NotBlank String org,
            @NotNull URI loginUrl,
            @NotBlank String consumerKey,
            @NotBlank String username,
            @NotBlank String audience,
            @NotNull Path privateKeyFile,
            @Nullable String apiVersion,
            @Nullable String mapping,
            @Size(min = 1, max = 2)
                    @Nullable
                            List<
                                    @Pattern(
                                            regexp = WebhookSecret.FORM,
                                            message = WebhookSecret.ADVICE)
                                    String>
                            webhookSecrets,
            @Pattern(regexp = "[a-z0-9-]{1,40}") @Nullable String home) {
        /// Whether it begins at that stack.
        boolean beginsAt(String stack) {
            return home == null || home.equals(stack);
        }

        public String mappingName() {
            return Objects.requireNonNullElse(mapping, Mappings.DEFAULT);
        }

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
