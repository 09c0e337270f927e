package io.turnout.config;

import io.turnout.adapters.aws.AwsPlace;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where in AWS a stack is. Who it is, its task's role says.
///
/// @param endpoint another place to ask, for trials
public record AwsSettings(@NotBlank String region, @Nullable URI endpoint) {
    AwsPlace open() {
        AwsPlace usual = AwsPlace.in(region);
        return new AwsPlace(
                usual.region(),
                Optional.ofNullable(endpoint).filter(url -> !url.toString().isEmpty()),
                usual.attempt(),
                usual.credentials());
    }
}
