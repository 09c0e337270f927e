package io.turnout.adapters.redis;

import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.KeptLink;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.redisson.api.RedissonClient;

/// Links in a Redis for all instances, behind what each remembers by itself and before the tables.
/// An instance believes what is there only if it has heard of every change since before that was
/// read from the tables: whatever changed since, it has deleted there. What is deleted is left to
/// the tables until Redis has said that it is gone; where Redis does not say so, nothing that was
/// there before is believed any more. So no message that is lost, no instance that dies and no
/// Redis that is away or cut off keeps anything alive; and it is all gone by itself soon.
public final class RedisAttendeeLinks
        implements AttendeeLinks, AttendeeLinks.Remembering, AutoCloseable {
    /// Shorter than any key of an org opens after it was replaced.
    static final Duration LIFE = Duration.ofSeconds(30);

    /// As long as silence is borne.
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final long NEVER = Long.MAX_VALUE;

    private final RedisShelf shelf;
    private final LinkText text;
    private final String prefix;
    private final LongSupplier nanos;
    private final AttendeeLinks inner;
    private final Map<String, Integer> leaving = new ConcurrentHashMap<>();
    private final AtomicInteger doubts = new AtomicInteger();
    private final Semaphore asking = new Semaphore(1);
    private volatile long believedSince = NEVER;
    private volatile long heardUntil;

    public RedisAttendeeLinks(
            RedissonClient redisson, String stack, Vault vault, AttendeeLinks inner) {
        this(
                new RedisShelf(redisson, LIFE, PATIENCE, System::nanoTime),
                stack,
                vault,
                System::nanoTime,
                inner);
    }

    RedisAttendeeLinks(
            RedisShelf shelf, String stack, Vault vault, LongSupplier nanos, AttendeeLinks inner) {
        this.shelf = shelf;
        this.text = new LinkText(vault, stack);
        this.prefix = "turnout:" + stack + ":link:";
        this.nanos = nanos;
        this.inner = inner;
        unheard();
    }

    private String key(OrgId org, LinkId link) {
        return prefix + org + ":" + link;
    }

    @Override
    public Keeping keep(OrgId org, Collection<SealedLink> links) {
        Keeping keeping = inner.keep(org, links);
        links.forEach(link -> forget(org, link.id()));
        return keeping;
    }

    @Override
    public Optional<KeptLink> find(OrgId org, LinkId id) {
        String key = key(org, id);
        long since = believedSince;
        boolean hears = nanos.getAsLong() - heardUntil < SILENCE.toNanos();
        if (!hears || since == NEVER || leaving.containsKey(key)) {
            return inner.find(org, id);
        }
        return switch (shelf.take(key)) {
            case RedisShelf.Found(var readAt, var content) when readAt >= since ->
                    read(org, id, content).or(() -> inner.find(org, id));
            case RedisShelf.Ours ours -> {
                Optional<KeptLink> found = inner.find(org, id);
                found.ifPresent(link -> shelf.put(key, ours, text.write(org, link)));
                yield found;
            }
            case RedisShelf.Found _, RedisShelf.Nothing _ -> inner.find(org, id);
        };
    }

    private Optional<KeptLink> read(OrgId org, LinkId id, String content) {
        try {
            return Optional.of(text.read(org, id, content));
        } catch (IllegalStateException none) {
            // Not what was put there; whoever keeps the keys has counted it.
            forget(org, id);
            return Optional.empty();
        }
    }

    @Override
    public void forget(OrgId org, LinkId link) {
        String key = key(org, link);
        int _ = leaving.merge(key, 1, Integer::sum);
        shelf.delete(
                key,
                isGone -> {
                    if (!isGone) {
                        doubt();
                    }
                    leaving.computeIfPresent(key, (_, times) -> times == 1 ? null : times - 1);
                });
    }

    boolean believes() {
        return believedSince != NEVER;
    }

    /// Nothing that was there before is believed.
    private void doubt() {
        int _ = doubts.incrementAndGet();
        believedSince = NEVER;
    }

    @Override
    public void forgetAll() {
        doubt();
    }

    @Override
    public void unheard() {
        doubt();
        heardUntil = nanos.getAsLong() - SILENCE.toNanos();
    }

    @Override
    public void heardUntil(long then) {
        heardUntil = then;
        if (believedSince == NEVER && asking.tryAcquire()) {
            int before = doubts.get();
            shelf.time(now -> believeSince(now, before), asking::release);
        }
    }

    /// Unless there were doubts since Redis was asked what time it is.
    private synchronized void believeSince(long now, int before) {
        if (doubts.get() == before) {
            believedSince = now;
        }
        if (doubts.get() != before) {
            believedSince = NEVER;
        }
    }

    @Override
    public void close() {
        shelf.close();
    }
}
