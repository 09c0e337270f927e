package io.turnout.adapters.http.dashboard;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What this instance found when it last tried what it is for. It tries once in five seconds at
/// most, however many look.
final class Health {
    private static final long FRESH_SECONDS = 5;

    private final Supplier<List<Check>> checks;

    Health(HealthCheckRegistry registry) {
        this.checks =
                Suppliers.memoizeWithExpiration(
                        () ->
                                registry.runHealthChecks().entrySet().stream()
                                        .map(one -> check(one.getKey(), one.getValue()))
                                        .toList(),
                        FRESH_SECONDS,
                        TimeUnit.SECONDS);
    }

    private static Check check(String name, HealthCheck.Result result) {
        return new Check(name, result.isHealthy(), result.getDuration());
    }

    List<Check> checks() {
        return Objects.requireNonNull(checks.get());
    }

    /// One of them, and how many milliseconds it took.
    public record Check(String name, boolean sound, long millis) {}
}
