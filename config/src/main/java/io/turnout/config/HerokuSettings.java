package io.turnout.config;

import io.turnout.adapters.heroku.HerokuApi;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An app at Heroku, and as whom it is asked.
///
/// @param app its name or id
/// @param token of an account that may do with the app what is asked for
/// @param api another place to ask, for trials
public record HerokuSettings(@Nullable String app, @Nullable String token, @Nullable URI api) {
    private static final URI API = URI.create("https://api.heroku.com");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /// Whether everything it needs is said.
    boolean isNamed() {
        return Named.all(app, token);
    }

    HerokuApi open(InstantSource clock) {
        return new HerokuApi(
                new HerokuApi.Account(
                        Objects.requireNonNullElse(api, API),
                        Objects.requireNonNull(token),
                        Objects.requireNonNull(app),
                        TIMEOUT),
                clock);
    }

    /// The token is a secret.
    @Override
    public String toString() {
        return "Heroku[" + app + "]";
    }
}
