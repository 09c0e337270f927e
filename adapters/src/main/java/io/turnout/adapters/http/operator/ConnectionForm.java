package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.text.PlainText;
import io.turnout.adapters.http.wire.Form;
import io.turnout.application.connection.ConnectionDraft;
import io.turnout.domain.connection.ConnectedAs;
import io.turnout.domain.connection.ConnectionSecrets;
import io.turnout.domain.org.OrgId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an org is to be reached. A secret that is left out stays what it was. Never printed.
public record ConnectionForm(
        @NotNull(message = "is missing")
                @Pattern(
                        regexp = "https?://[A-Za-z0-9.:\\[\\]-]{1,250}/?",
                        message =
                                "is an address without a path, such as"
                                        + " https://acme.my.salesforce.com")
                String loginUrl,
        @NotNull(message = "is missing")
                @Pattern(regexp = "[!-~]{1,512}", message = "is not a consumer key")
                String consumerKey,
        @NotNull(message = "is missing") @PlainText(max = 80) String username,
        @Pattern(regexp = "https://[A-Za-z0-9./_-]{1,250}", message = "is not an https address")
                @Nullable String audience,
        @Pattern(regexp = "[0-9]{2,3}\\.0", message = "looks like 66.0")
                @Nullable String apiVersion,
        @Pattern(regexp = "[A-Za-z0-9_-]{1,40}", message = "is not the name of a mapping")
                @Nullable String mapping,
        @Size(min = 1, max = 16_384, message = "is a PKCS#8 key in PEM")
                @Nullable String privateKey,
        @Size(max = ConnectionSecrets.WEBHOOK_SECRETS_MAX, message = "are at most two")
                @Nullable
                        List<
                                @NotNull(message = "is missing")
                                @Size(max = 100, message = "is too long") String>
                        webhookSecrets)
        implements Form {
    private static final String AUDIENCE = "https://login.salesforce.com";
    private static final String API_VERSION = "66.0";
    private static final String MAPPING = "default";

    /// Empty when the address is none after all.
    Optional<ConnectionDraft> toDraft(OrgId org) {
        try {
            return Optional.of(
                    new ConnectionDraft(
                            org,
                            URI.create(loginUrl),
                            new ConnectedAs(
                                    consumerKey,
                                    username,
                                    Objects.requireNonNullElse(audience, AUDIENCE)),
                            Objects.requireNonNullElse(apiVersion, API_VERSION),
                            Objects.requireNonNullElse(mapping, MAPPING),
                            Optional.ofNullable(privateKey),
                            Optional.ofNullable(webhookSecrets)));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ConnectionForm[…]";
    }
}
