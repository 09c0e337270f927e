package io.turnout.config;

import io.turnout.adapters.caffeine.CaffeineAttendeeLinks;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.LinkListener;
import io.turnout.adapters.postgres.PostgresAttendeeLinks;
import io.turnout.adapters.redis.RedisAttendeeLinks;
import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.privacy.Vault;
import java.util.List;
import java.util.Optional;
import org.redisson.api.RedissonClient;

/// Links as they are remembered here and by all instances, and who hears of those that are to be
/// forgotten.
record LinkWiring(AttendeeLinks links, House.Part part) {
    static LinkWiring over(Gate gate, Optional<RedissonClient> redis, String stack, Vault vault) {
        AttendeeLinks stored = new PostgresAttendeeLinks(gate);
        if (redis.isEmpty()) {
            var links = new CaffeineAttendeeLinks(stored);
            return new LinkWiring(links, listening(new LinkListener(gate, List.of(links))));
        }
        var shared = new RedisAttendeeLinks(redis.get(), stack, vault, stored);
        var links = new CaffeineAttendeeLinks(shared);
        return new LinkWiring(links, listening(new LinkListener(gate, List.of(shared, links))));
    }

    private static House.Part listening(LinkListener listener) {
        return new House.Part() {
            @Override
            public void start() {
                var _ = Thread.ofPlatform().name("link-listener").daemon().start(listener);
            }

            @Override
            public void stop() {
                listener.close();
            }
        };
    }
}
