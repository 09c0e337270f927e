package io.turnout.config;

import io.turnout.application.checkout.CheckoutVersions;
import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.org.OrgId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which version of the checkout new visitors get: of all orgs, and of some. Those who have begun
/// finish on the one they began on.
public record CheckoutSettings(
        @Min(1) @Max(2) int version, @NotNull Map<String, @NotNull @Min(1) @Max(2) Integer> orgs) {
    static final CheckoutSettings USUAL = new CheckoutSettings(1, Map.of());

    public CheckoutSettings(int version, @Nullable Map<String, Integer> orgs) {
        this.version = version;
        this.orgs = Map.copyOf(Objects.requireNonNullElse(orgs, Map.of()));
    }

    CheckoutVersions toVersions() {
        CheckoutVersion usual = numbered(version);
        Map<OrgId, CheckoutVersion> others =
                orgs.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        org -> new OrgId(org.getKey()),
                                        org -> numbered(org.getValue())));
        return org -> others.getOrDefault(org, usual);
    }

    private static CheckoutVersion numbered(int number) {
        return CheckoutVersion.numbered(number).orElseThrow();
    }
}
