package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Everything that was said about one flag.
public record FlagState(Marked killed, Map<OrgId, Forced> forced, Marked allowed) {
    public static final FlagState UNSAID = new FlagState(Marked.NOBODY, Map.of(), Marked.NOBODY);

    public FlagState {
        forced = Map.copyOf(forced);
    }

    /// Whether an org has it, and why. A kill wins over everything, then a force; else it takes
    /// both, what a plan allows and `definitions`, so that neither alone can switch it on.
    Decision decide(OrgId org, Instant now, BooleanSupplier definitions) {
        Optional<Mark> kill = killed.of(org);
        if (kill.isPresent()) {
            return new Decision.Killed(kill.get());
        }
        Optional<Forced> force = Optional.ofNullable(forced.get(org)).filter(f -> f.holds(now));
        if (force.isPresent()) {
            return switch (force.get().to()) {
                case OFF -> new Decision.ForcedOff(force.get());
                case ON -> new Decision.ForcedOn(force.get());
            };
        }
        Optional<Mark> allowance = allowed.of(org);
        if (allowance.isEmpty()) {
            return new Decision.NotReached();
        }
        return definitions.getAsBoolean()
                ? new Decision.Allowed(allowance.get())
                : new Decision.SwitchedOff(allowance.get());
    }

    /// Whom the definitions are to name.
    public Reach reach() {
        if (killed.everybody().isPresent()) {
            return new Reach.Only(Set.of());
        }
        if (allowed.everybody().isPresent()) {
            return new Reach.All(killed.orgs().keySet());
        }
        Set<OrgId> live = new HashSet<>(allowed.orgs().keySet());
        live.removeAll(killed.orgs().keySet());
        return new Reach.Only(live);
    }

    FlagState after(FlagChange change, Mark mark) {
        return switch (change) {
            case FlagChange.Kill kill ->
                    new FlagState(killed.with(kill.audience(), mark), forced, allowed);
            case FlagChange.Lift lift ->
                    new FlagState(killed.without(lift.audience()), forced, allowed);
            case FlagChange.Force force -> {
                Map<OrgId, Forced> more = new HashMap<>(forced);
                more.put(force.org(), new Forced(force.to(), force.until(), mark));
                yield new FlagState(killed, more, allowed);
            }
            case FlagChange.Release release -> {
                Map<OrgId, Forced> fewer = new HashMap<>(forced);
                fewer.remove(release.org());
                yield new FlagState(killed, fewer, allowed);
            }
            case FlagChange.Allow allow ->
                    new FlagState(killed, forced, allowed.with(allow.audience(), mark));
            case FlagChange.Withdraw withdraw ->
                    new FlagState(killed, forced, allowed.without(withdraw.audience()));
        };
    }
}
