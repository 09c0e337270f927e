package io.turnout.application.memory;

import io.turnout.application.nudging.Nudge;
import io.turnout.application.nudging.Nudges;
import io.turnout.application.publishing.Refreshes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Nudges in memory.
public final class MemoryNudges implements Nudges {
    private final MemoryStore store;
    private final InstantSource clock;
    private final MemoryRefreshes refreshes;
    private final MemoryCatalogPolls polls;

    MemoryNudges(
            MemoryStore store,
            InstantSource clock,
            MemoryRefreshes refreshes,
            MemoryCatalogPolls polls) {
        this.store = store;
        this.clock = clock;
        this.refreshes = refreshes;
        this.polls = polls;
    }

    @Override
    public boolean keep(Nudge nudge) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(nudge.org());
            Instant now = clock.instant();
            tables.nudges.values().removeIf(at -> at.plus(REMEMBERED).isBefore(now));
            if (tables.nudges.putIfAbsent(nudge.id(), now) != null) {
                return false;
            }
            heed(nudge, tables);
            return true;
        }
    }

    private void heed(Nudge nudge, MemoryStore.Tables tables) {
        switch (nudge.about()) {
            case Nudge.About.Events(var ids) -> {
                int _ = refreshes.want(nudge.org(), ids, Refreshes.Cause.NUDGE);
                noteNudge(tables);
            }
            case Nudge.About.AllEvents() -> {
                tables.catalogPoll.ifPresent(polls::relist);
                noteNudge(tables);
            }
            case Nudge.About.Licenses() -> tables.licensePoll.ifPresent(poll -> poll.wanted++);
            case Nudge.About.Links() -> tables.linkPoll.ifPresent(this::want);
        }
    }

    private void want(MemoryPoll poll) {
        poll.wanted++;
        poll.nudgedAt = Optional.of(clock.instant());
    }

    private void noteNudge(MemoryStore.Tables tables) {
        tables.catalogPoll.ifPresent(poll -> poll.nudgedAt = Optional.of(clock.instant()));
    }
}
