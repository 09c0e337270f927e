package io.turnout.adapters.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.KeptLink;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;

/// Links in process, sealed as they are: mail is scanned and opened by several at once. One that
/// changes is forgotten when that is heard, on every instance, so it may stay for ten minutes.
/// While nothing is heard, and where there is no such link, an answer holds for a second. Of many
/// who miss the same link at once, one asks.
public final class CaffeineAttendeeLinks implements AttendeeLinks, AttendeeLinks.Remembering {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration UNHEARD = Duration.ofSeconds(1);

    /// How long silence is borne. A machine that is short of time is silent for a moment too, and
    /// would read everything each second, just then.
    private static final Duration SILENCE = Duration.ofSeconds(4);

    /// Some 50,000 links.
    private static final long BYTES_MAX = 48L << 20;

    /// What a link takes beside its bytes: some twenty objects, and its place in the cache.
    private static final int OVERHEAD = 700;

    private static final int OVERHEAD_OF_ONE_WHO_CAME = 64;

    private record Key(OrgId org, LinkId link) {}

    private final AttendeeLinks inner;
    private final LongSupplier nanos;
    private final AsyncCache<Key, Optional<KeptLink>> lasting;
    private final AsyncCache<Key, Optional<KeptLink>> passing;
    private volatile long heardUntil;

    public CaffeineAttendeeLinks(AttendeeLinks inner) {
        this(inner, System::nanoTime);
    }

    CaffeineAttendeeLinks(AttendeeLinks inner, LongSupplier nanos) {
        this.inner = inner;
        this.nanos = nanos;
        this.lasting = cache(LIFE, nanos);
        this.passing = cache(UNHEARD, nanos);
        unheard();
    }

    private static AsyncCache<Key, Optional<KeptLink>> cache(Duration life, LongSupplier nanos) {
        return Caffeine.newBuilder()
                .executor(Thread::startVirtualThread)
                .ticker(nanos::getAsLong)
                .maximumWeight(BYTES_MAX)
                .weigher(
                        (Key _, Optional<KeptLink> link) ->
                                link.map(CaffeineAttendeeLinks::bytes).orElse(OVERHEAD))
                .expireAfter(
                        Expiry.creating(
                                (Key _, Optional<KeptLink> link) ->
                                        link.isPresent() ? life : UNHEARD))
                .buildAsync();
    }

    private static int bytes(KeptLink link) {
        SealedLink content = link.content();
        return OVERHEAD
                + content.prefill().ciphertext().length
                + content.prefill().wrappedKey().length
                + content.finder().length
                + content.reference().value().length()
                + OVERHEAD_OF_ONE_WHO_CAME * link.registrations().size();
    }

    @Override
    public Keeping keep(OrgId org, Collection<SealedLink> more) {
        Keeping keeping = inner.keep(org, more);
        more.forEach(link -> forget(org, link.id()));
        return keeping;
    }

    @Override
    public Optional<KeptLink> find(OrgId org, LinkId id) {
        boolean current = nanos.getAsLong() - heardUntil < SILENCE.toNanos();
        AsyncCache<Key, Optional<KeptLink>> cache = current ? lasting : passing;
        Key key = new Key(org, id);
        CompletableFuture<Optional<KeptLink>> known = cache.getIfPresent(key);
        try {
            return (known == null ? read(cache, key) : known).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /// It stands in the cache before it is read, so that a change meanwhile takes it away.
    private CompletableFuture<Optional<KeptLink>> read(
            AsyncCache<Key, Optional<KeptLink>> cache, Key key) {
        CompletableFuture<Optional<KeptLink>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<KeptLink>> others = cache.asMap().putIfAbsent(key, mine);
        if (others != null) {
            return others;
        }
        try {
            mine.complete(inner.find(key.org(), key.link()));
        } catch (RuntimeException | Error failed) {
            mine.completeExceptionally(failed);
        }
        return mine;
    }

    /// This one is not what it was. Whoever asks for it at this moment may get it as it was.
    @Override
    public void forget(OrgId org, LinkId id) {
        Key key = new Key(org, id);
        lasting.asMap().remove(key);
        passing.asMap().remove(key);
    }

    /// Something may have been missed.
    @Override
    public void forgetAll() {
        lasting.asMap().clear();
        passing.asMap().clear();
    }

    /// Nothing is heard from now on.
    @Override
    public void unheard() {
        heardUntil = nanos.getAsLong() - SILENCE.toNanos();
    }

    /// All that changed before then, by `System.nanoTime`, was told.
    @Override
    public void heardUntil(long then) {
        heardUntil = then;
    }
}
