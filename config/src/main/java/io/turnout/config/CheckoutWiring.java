package io.turnout.config;

import io.turnout.adapters.caffeine.CaffeineCheckouts;
import io.turnout.adapters.redis.RedisCheckouts;
import io.turnout.adapters.redis.RedisClient;
import io.turnout.application.checkout.CheckoutPorts;
import io.turnout.application.checkout.CheckoutSeals;
import java.util.List;

/// Where checkouts are remembered, and what must be closed for it at the end.
record CheckoutWiring(CheckoutPorts ports, List<House.Part> parts) {
    CheckoutWiring {
        parts = List.copyOf(parts);
    }

    static CheckoutWiring with(CheckoutSeals seals, TurnoutSettings settings) {
        return switch (settings.sessions()) {
            case SessionsSettings.InProcess() ->
                    new CheckoutWiring(
                            new CheckoutPorts(new CaffeineCheckouts(), seals), List.of());
            case SessionsSettings.Redis(var url) -> {
                var redisson = RedisClient.at(url);
                var open = new RedisCheckouts(redisson, settings.stack(), seals, Wiring.clock());
                House.Part closing =
                        new House.Part() {
                            @Override
                            public void stop() {
                                open.close();
                                redisson.shutdown();
                            }
                        };
                yield new CheckoutWiring(new CheckoutPorts(open, seals), List.of(closing));
            }
        };
    }
}
