package io.turnout.config;

import io.turnout.adapters.bucket4j.Bucket4jAllowances;
import io.turnout.adapters.redis.AllowanceNames;
import io.turnout.adapters.redis.RedisAllowances;
import io.turnout.adapters.redis.RedisClient;
import io.turnout.adapters.tink.KeyedHash;
import io.turnout.application.limiting.Allowances;
import java.net.URI;
import java.util.List;
import org.redisson.api.RedissonClient;

/// Who keeps what is left of each allowance, and what must be closed for it at the end.
record LimitsWiring(Allowances allowances, List<House.Part> parts) {
    LimitsWiring {
        parts = List.copyOf(parts);
    }

    static LimitsWiring of(TurnoutSettings settings) {
        URI shared = settings.limits().redis();
        Allowances own = new Bucket4jAllowances();
        if (shared == null) {
            return new LimitsWiring(own, List.of());
        }
        RedissonClient redisson = RedisClient.at(settings.sessions().address(shared));
        AllowanceNames names =
                new AllowanceNames(
                        settings.stack(),
                        new KeyedHash(settings.keyManagement().secret(), "names of allowances"));
        return new LimitsWiring(
                new RedisAllowances(redisson, names, own), List.of(closing(redisson)));
    }

    private static House.Part closing(RedissonClient redisson) {
        return new House.Part() {
            @Override
            public void stop() {
                redisson.shutdown();
            }
        };
    }
}
