package io.turnout.adapters.redis;

import io.turnout.application.publishing.EventContents;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.redisson.api.RBuckets;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What events say, remembered for all instances, each version under a key of its own. A Redis
/// that is down, slow or full of something else costs a moment, never an answer: what it does not
/// tell is asked of whoever stands behind it, and it is left alone for a while.
public final class RedisEventContents implements EventContents {
    private static final Logger LOG = LoggerFactory.getLogger(RedisEventContents.class);
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RedissonClient redisson;
    private final String prefix;
    private final InstantSource clock;
    private final EventContents inner;
    private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.MIN);

    public RedisEventContents(
            RedissonClient redisson, String stack, InstantSource clock, EventContents inner) {
        this.redisson = redisson;
        this.prefix = "turnout:" + stack + ":event:";
        this.clock = clock;
        this.inner = inner;
    }

    private String key(OrgId org, EventId event, long version) {
        return prefix + org + ":" + event + ":" + version;
    }

    @Override
    public Map<EventId, Event> find(OrgId org, Map<EventId, Long> versions) {
        Map<EventId, Event> found = remembered(org, versions);
        Map<EventId, Long> missing = new HashMap<>(versions);
        missing.keySet().removeAll(found.keySet());
        if (!missing.isEmpty()) {
            Map<EventId, Event> said = inner.find(org, missing);
            missing.forEach(
                    (id, version) ->
                            Optional.ofNullable(said.get(id))
                                    .ifPresent(one -> remember(key(org, id, version), one)));
            found.putAll(said);
        }
        return found;
    }

    private Map<EventId, Event> remembered(OrgId org, Map<EventId, Long> versions) {
        Map<String, EventId> ids = new HashMap<>();
        versions.forEach((id, version) -> ids.put(key(org, id, version), id));
        Map<EventId, Event> found = new HashMap<>();
        read(ids.keySet().toArray(String[]::new))
                .forEach(
                        (key, text) ->
                                EventJson.read(text)
                                        .filter(event -> event.org().equals(org))
                                        .filter(event -> event.id().equals(ids.get(key)))
                                        .ifPresent(event -> found.put(event.id(), event)));
        return found;
    }

    private Map<String, String> read(String... keys) {
        if (clock.instant().isBefore(restsUntil.get())) {
            return Map.of();
        }
        try {
            RBuckets buckets = redisson.getBuckets(StringCodec.INSTANCE);
            return buckets.get(keys);
        } catch (RuntimeException away) {
            rest(away);
            return Map.of();
        }
    }

    /// Nobody waits for it.
    private void remember(String key, Event event) {
        if (clock.instant().isBefore(restsUntil.get())) {
            return;
        }
        try {
            var _ =
                    redisson.<String>getBucket(key, StringCodec.INSTANCE)
                            .setAsync(EventJson.write(event), LIFE)
                            .whenComplete(
                                    (_, away) -> Optional.ofNullable(away).ifPresent(this::rest));
        } catch (RuntimeException away) {
            rest(away);
        }
    }

    private void rest(Throwable away) {
        Instant now = clock.instant();
        Instant before = restsUntil.getAndSet(now.plus(PAUSE));
        if (before.plus(PAUSE).isBefore(now)) {
            LOG.warn("Redis does not answer and is left alone: {}", away.getMessage());
        }
    }
}
