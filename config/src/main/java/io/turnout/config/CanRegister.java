package io.turnout.config;

import com.codahale.metrics.health.HealthCheck;

/// Healthy means: a registration can be completed here and now.
final class CanRegister extends HealthCheck {
    private final House house;

    CanRegister(House house) {
        this.house = house;
    }

    @Override
    protected Result check() {
        house.parts().forEach(House.Part::health);
        return Result.healthy();
    }
}
