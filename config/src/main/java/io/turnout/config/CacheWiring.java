package io.turnout.config;

import io.turnout.adapters.caffeine.CaffeineEventContents;
import io.turnout.adapters.redis.RedisClient;
import io.turnout.adapters.redis.RedisEventContents;
import io.turnout.application.publishing.EventContents;
import java.util.List;
import java.util.Optional;
import org.redisson.api.RedissonClient;

/// What is remembered of events, the Redis that all instances share if there is one, and what must
/// be closed for it at the end.
record CacheWiring(
        EventContents contents, Optional<RedissonClient> shared, List<House.Part> parts) {
    CacheWiring {
        parts = List.copyOf(parts);
    }

    static CacheWiring around(EventContents stored, TurnoutSettings settings) {
        return switch (settings.cache()) {
            case CacheSettings.InProcess() ->
                    new CacheWiring(new CaffeineEventContents(stored), Optional.empty(), List.of());
            case CacheSettings.Redis(var url) -> {
                RedissonClient redisson = RedisClient.at(settings.sessions().address(url));
                var shared =
                        new RedisEventContents(redisson, settings.stack(), Wiring.clock(), stored);
                yield new CacheWiring(
                        new CaffeineEventContents(shared),
                        Optional.of(redisson),
                        List.of(closing(redisson)));
            }
        };
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
