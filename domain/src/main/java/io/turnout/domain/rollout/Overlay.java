package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Everything that was said about all flags, as of a revision: each change makes the next one.
public record Overlay(long revision, Map<Flag, FlagState> flags) {
    /// Before anything was said or read: nobody has anything.
    public static final Overlay NOTHING = new Overlay(0, Map.of());

    public Overlay {
        flags = Map.copyOf(flags);
    }

    /// All features, and the flags of stacks of which something was said.
    public List<Flag> known() {
        Set<Flag> known = new LinkedHashSet<>(Flag.FEATURES);
        flags.keySet().stream().sorted(Comparator.comparing(Flag::key)).forEach(known::add);
        return List.copyOf(known);
    }

    public FlagState of(Flag flag) {
        return flags.getOrDefault(flag, FlagState.UNSAID);
    }

    /// Whether an org has a flag, and why.
    ///
    /// @param definitions what the definitions of the flag say of this org; asked only where it
    ///     matters
    public Decision decide(Flag flag, OrgId org, Instant now, BooleanSupplier definitions) {
        return of(flag).decide(org, now, definitions);
    }

    /// What stands after some changes, which are one step together.
    public Overlay after(List<FlagChange> changes, Mark mark) {
        Map<Flag, FlagState> next = new HashMap<>(flags);
        for (FlagChange change : changes) {
            FlagState before = next.getOrDefault(change.flag(), FlagState.UNSAID);
            next.put(change.flag(), before.after(change, mark));
        }
        return new Overlay(revision + 1, next);
    }

    /// A house in which nothing was decided yet: what everybody has from the beginning, they have.
    public static Overlay initial(Mark mark) {
        List<FlagChange> allowed =
                Flag.FEATURES.stream()
                        .filter(flag -> flag.initially() == Flag.Initially.EVERYBODY)
                        .<FlagChange>map(flag -> new FlagChange.Allow(flag, Audience.everybody()))
                        .toList();
        return NOTHING.after(allowed, mark);
    }
}
