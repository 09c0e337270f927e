package io.turnout.adapters.redis;

import io.turnout.application.flags.FlagOverlay;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Overlay;
import java.util.List;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells other instances through Redis, too, that something was said about flags. It is a second
/// way beside the storage's own: what is lost here is heard there, and Redis is never waited for.
public final class RedisFlagOverlay implements FlagOverlay {
    private static final Logger LOG = LoggerFactory.getLogger(RedisFlagOverlay.class);

    private final RedissonClient redisson;
    private final String channel;
    private final FlagOverlay stored;
    private boolean hears;

    public RedisFlagOverlay(RedissonClient redisson, String stack, FlagOverlay stored) {
        this.redisson = redisson;
        this.channel = "turnout:" + stack + ":flags";
        this.stored = stored;
    }

    private RTopic topic() {
        return redisson.getTopic(channel, StringCodec.INSTANCE);
    }

    /// Has `look` run whenever somebody tells something. Tries once, and says whether it hears now;
    /// from then on it finds Redis again by itself.
    public synchronized boolean hear(Runnable look) {
        if (!hears) {
            try {
                int _ = topic().addListener(String.class, (_, _) -> look.run());
                hears = true;
            } catch (RuntimeException away) {
                LOG.debug("no Redis to hear of flags by", away);
            }
        }
        return hears;
    }

    @Override
    public Overlay current() {
        return stored.current();
    }

    @Override
    public Overlay refresh() {
        return stored.refresh();
    }

    @Override
    public Kept change(List<FlagChange> changes, Author author) {
        Kept kept = stored.change(changes, author);
        try {
            var _ = topic().publishAsync(Long.toString(kept.revision()));
        } catch (RuntimeException away) {
            LOG.debug("no Redis to tell of flags by", away);
        }
        return kept;
    }
}
