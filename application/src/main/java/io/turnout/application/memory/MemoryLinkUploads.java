package io.turnout.application.memory;

import io.turnout.application.attendeelink.LinkUploads;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.attendeelink.UploadClaim;
import io.turnout.application.attendeelink.UploadPart;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.attendeelink.UploadTally;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Uploads in memory, where every org is at home.
public final class MemoryLinkUploads implements LinkUploads {
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final MemoryStore store;
    private final InstantSource clock;

    MemoryLinkUploads(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// An upload as it is kept.
    record Kept(
            UploadKey key,
            Instant expiresAt,
            boolean finished,
            int attempt,
            Instant leaseUntil,
            Instant touchedAt,
            UploadTally tally,
            Duration took) {
        private LinkUpload seenAt(Instant now) {
            LinkUpload.State unfinished =
                    leaseUntil.isAfter(now) ? LinkUpload.State.RECEIVING : LinkUpload.State.OPEN;
            return new LinkUpload(
                    key, expiresAt, finished ? LinkUpload.State.FINISHED : unfinished, tally, took);
        }

        private Kept claimedAt(Instant now) {
            return new Kept(key, expiresAt, false, attempt + 1, now.plus(LEASE), now, tally, took);
        }

        private Kept plus(UploadPart part, Instant now) {
            return new Kept(
                    key,
                    expiresAt,
                    false,
                    attempt,
                    now.plus(LEASE),
                    now,
                    tally.plus(part.links().size(), part.refused(), part.dropped()),
                    took.plus(Duration.between(touchedAt, now)));
        }

        private Kept released(boolean whole) {
            return new Kept(key, expiresAt, whole, attempt, Instant.MIN, touchedAt, tally, took);
        }
    }

    private Map<UploadId, Kept> uploads(UploadKey key) {
        return store.of(key.org()).uploads;
    }

    private Optional<Kept> live(UploadKey key) {
        return Optional.ofNullable(uploads(key).get(key.id()))
                .filter(kept -> kept.key().equals(key))
                .filter(kept -> kept.expiresAt().isAfter(clock.instant()));
    }

    @Override
    public Beginning begin(UploadKey key) {
        synchronized (store) {
            Optional<LinkUpload> before = find(key);
            if (before.isPresent()) {
                return new Beginning.BegunBefore(before.get());
            }
            Instant now = clock.instant();
            long open =
                    uploads(key).values().stream()
                            .filter(kept -> !kept.finished() && kept.expiresAt().isAfter(now))
                            .count();
            if (open >= OPEN_MAX) {
                return new Beginning.TooMany();
            }
            Kept kept =
                    new Kept(
                            key,
                            now.plus(LIFE),
                            false,
                            0,
                            Instant.MIN,
                            now,
                            UploadTally.NOTHING,
                            Duration.ZERO);
            uploads(key).put(key.id(), kept);
            return new Beginning.Begun(kept.seenAt(now));
        }
    }

    @Override
    public Optional<LinkUpload> find(UploadKey key) {
        synchronized (store) {
            return live(key).map(kept -> kept.seenAt(clock.instant()));
        }
    }

    @Override
    public List<LinkUpload> recent(OrgId org, int limit) {
        synchronized (store) {
            Instant now = clock.instant();
            return store.of(org).uploads.values().stream()
                    .filter(kept -> kept.expiresAt().isAfter(now.minus(REMEMBERED)))
                    .sorted(Comparator.comparing(Kept::expiresAt).reversed())
                    .limit(limit)
                    .map(kept -> kept.seenAt(now))
                    .toList();
        }
    }

    @Override
    public Claiming claim(UploadKey key) {
        synchronized (store) {
            Instant now = clock.instant();
            Optional<Kept> found = live(key);
            if (found.isEmpty()) {
                return new Claiming.Unknown();
            }
            return switch (found.get().seenAt(now).state()) {
                case FINISHED -> new Claiming.Finished();
                case RECEIVING -> new Claiming.Busy();
                case OPEN -> {
                    Kept claimed = found.get().claimedAt(now);
                    uploads(key).put(key.id(), claimed);
                    yield new Claiming.Claimed(
                            new UploadClaim(key, claimed.attempt()), claimed.tally().next());
                }
            };
        }
    }

    @Override
    public Progress keep(UploadClaim claim, UploadPart part) {
        synchronized (store) {
            Optional<Kept> mine = mine(claim);
            if (mine.isEmpty()) {
                return Progress.LOST;
            }
            if (part.from() != mine.get().tally().next()) {
                throw new IllegalArgumentException(
                        part.from() + " is not row " + mine.get().tally().next());
            }
            change(claim, kept -> kept.plus(part, clock.instant()));
            MemoryStore.Tables tables = store.of(claim.key().org());
            for (SealedLink link : part.links()) {
                tables.links.put(link.id(), link);
                tables.linksKept.put(link.id(), clock.instant());
                tables.uploaded.put(link.id(), claim.key().id());
            }
            return Progress.KEPT;
        }
    }

    private Optional<Kept> mine(UploadClaim claim) {
        return live(claim.key())
                .filter(kept -> kept.attempt() == claim.attempt() && !kept.finished());
    }

    private void change(UploadClaim claim, UnaryOperator<Kept> change) {
        mine(claim)
                .ifPresent(kept -> uploads(claim.key()).put(claim.key().id(), change.apply(kept)));
    }

    @Override
    public void release(UploadClaim claim) {
        synchronized (store) {
            change(claim, kept -> kept.released(false));
        }
    }

    @Override
    public void finish(UploadClaim claim) {
        synchronized (store) {
            change(claim, kept -> kept.released(true));
        }
    }

    @Override
    public List<Listed> list(UploadKey key, Optional<LinkId> last, int limit) {
        if (limit > LIST_MAX) {
            throw new IllegalArgumentException(limit + " links at once");
        }
        synchronized (store) {
            MemoryStore.Tables tables = store.of(key.org());
            return tables.links.values().stream()
                    .filter(link -> key.id().equals(tables.uploaded.get(link.id())))
                    .filter(link -> link.event().equals(key.event()))
                    .sorted(Comparator.comparing(link -> link.id().toString()))
                    .filter(link -> last.map(id -> after(link.id(), id)).orElse(true))
                    .limit(limit)
                    .map(link -> new Listed(link.id(), link.reference()))
                    .toList();
        }
    }

    private static boolean after(LinkId link, LinkId last) {
        return link.toString().compareTo(last.toString()) > 0;
    }
}
