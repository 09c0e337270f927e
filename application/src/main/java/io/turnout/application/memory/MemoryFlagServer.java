package io.turnout.application.memory;

import io.turnout.application.flags.FlagDefinitions;
import io.turnout.application.flags.FlagServer;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Overlay;
import io.turnout.domain.rollout.Reach;
import io.turnout.domain.rollout.Shown;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A rollout server in memory, which can be edited by hand and go away.
public final class MemoryFlagServer implements FlagServer, FlagDefinitions {
    private final Map<Flag, Shown> shown = new ConcurrentHashMap<>();
    private final Map<Flag, Edit> edits = new ConcurrentHashMap<>();
    private final Set<Flag> refused = ConcurrentHashMap.newKeySet();
    private volatile boolean away;
    private volatile int room = Integer.MAX_VALUE;

    @Override
    public Optional<Sight> look() {
        return away ? Optional.empty() : Optional.of(new Sight(shown, this));
    }

    @Override
    public Showing show(Flag flag, Reach reach) {
        if (away || refused.contains(flag)) {
            throw new IllegalStateException("the server is away, or refuses");
        }
        int orgs =
                switch (reach) {
                    case Reach.All(var but) -> but.size();
                    case Reach.Only(var only) -> only.size();
                };
        if (orgs > room) {
            return new Showing.NoRoom(orgs, room);
        }
        var _ = shown.put(flag, new Shown.As(reach));
        return new Showing.Done();
    }

    @Override
    public Optional<Edit> lastEdit(Flag flag) {
        return Optional.ofNullable(edits.get(flag));
    }

    @Override
    public boolean isFresh() {
        return !away;
    }

    /// Somebody changes it by hand.
    public void edit(Flag flag, Shown now, String author, Instant at) {
        var _ = shown.put(flag, now);
        var _ = edits.put(flag, new Edit("edited", author, at));
    }

    /// It hands out something that is old.
    public void lag(Flag flag, Shown still) {
        var _ = shown.put(flag, still);
    }

    /// It can name so many orgs and no more.
    public void hasRoomFor(int orgs) {
        room = orgs;
    }

    /// It takes no more of this flag.
    public void refuses(Flag flag) {
        boolean _ = refused.add(flag);
    }

    public void leave() {
        away = true;
    }

    @Override
    public boolean isOn(Flag flag, OrgId org) {
        return switch (shown.getOrDefault(flag, new Shown.Nothing())) {
            case Shown.Nothing() -> false;
            case Shown.As(Reach.All(var but)) -> !but.contains(org);
            case Shown.As(Reach.Only(var orgs)) -> orgs.contains(org);
            case Shown.Otherwise _ -> true;
        };
    }

    @Override
    public void follow(Overlay overlay) {
        // It hears of it by being shown.
    }
}
