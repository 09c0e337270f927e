package io.turnout.config;

import com.codahale.metrics.health.HealthCheck;
import java.util.stream.Collectors;

/// Healthy means: a registration can be completed here and now.
final class CanRegister extends HealthCheck {
    private final House house;

    CanRegister(House house) {
        this.house = house;
    }

    @Override
    protected Result check() {
        house.parts().forEach(House.Part::health);
        String remarks =
                house.parts().stream()
                        .flatMap(part -> part.remark().stream())
                        .collect(Collectors.joining("; "));
        return remarks.isEmpty() ? Result.healthy() : Result.healthy(remarks);
    }
}
