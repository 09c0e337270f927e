package io.turnout.config;

import io.turnout.adapters.caffeine.CaffeineCheckouts;
import io.turnout.adapters.redis.RedisCheckouts;
import io.turnout.adapters.redis.RedisClient;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkCheckoutSeals;
import io.turnout.application.checkout.CheckoutPorts;
import io.turnout.application.checkout.CheckoutSeals;
import io.turnout.domain.cloud.StoreAddress;
import java.util.List;
import org.redisson.api.RedissonClient;

/// Where checkouts are remembered, and what must be closed for it at the end.
record CheckoutWiring(CheckoutPorts ports, List<House.Part> parts) {
    CheckoutWiring {
        parts = List.copyOf(parts);
    }

    static CheckoutWiring over(OpenKeys keys, TurnoutSettings settings) {
        TinkCheckoutSeals seals = new TinkCheckoutSeals(keys, settings.stack());
        return with(seals, seals.openingThoseOf(settings.peerNames()), settings);
    }

    /// @param stored seals what a shared store keeps
    /// @param carried seals what browsers carry
    static CheckoutWiring with(
            CheckoutSeals stored, CheckoutSeals carried, TurnoutSettings settings) {
        return settings.sessions()
                .store()
                .map(store -> shared(store.address(), stored, carried, settings))
                .orElseGet(
                        () ->
                                new CheckoutWiring(
                                        new CheckoutPorts(new CaffeineCheckouts(), carried),
                                        List.of()));
    }

    private static CheckoutWiring shared(
            StoreAddress address,
            CheckoutSeals stored,
            CheckoutSeals carried,
            TurnoutSettings settings) {
        RedissonClient redisson = RedisClient.at(address);
        var open = new RedisCheckouts(redisson, settings.stack(), stored, Wiring.clock());
        House.Part closing =
                new House.Part() {
                    @Override
                    public void stop() {
                        open.close();
                        redisson.shutdown();
                    }
                };
        return new CheckoutWiring(new CheckoutPorts(open, carried), List.of(closing));
    }
}
