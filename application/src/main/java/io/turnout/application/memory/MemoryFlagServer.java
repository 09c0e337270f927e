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
import java.util.concurrent.ConcurrentHashMap;

/// A rollout server in memory, which can be edited by hand and go away.
public final class MemoryFlagServer implements FlagServer, FlagDefinitions {
    private final Map<Flag, Shown> shown = new ConcurrentHashMap<>();
    private final Map<Flag, Edit> edits = new ConcurrentHashMap<>();
    private volatile boolean away;

    @Override
    public Optional<Sight> look() {
        return away ? Optional.empty() : Optional.of(new Sight(shown, this));
    }

    @Override
    public void show(Flag flag, Reach reach) {
        if (away) {
            throw new IllegalStateException("the server is away");
        }
        var _ = shown.put(flag, new Shown.As(reach));
    }

    @Override
    public Optional<Edit> lastEdit(Flag flag) {
        return Optional.ofNullable(edits.get(flag));
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
