package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What has to be said about a flag so that a plan's step takes effect.
public final class FlagMoves {
    private FlagMoves() {}

    /// Whom the plan reached is allowed it, and whom it takes back is killed: that wins over
    /// whatever else is said. Who opted out is no longer allowed it.
    public static List<FlagChange> between(Rollout before, Rollout after) {
        Flag flag = after.plan().flag();
        List<FlagChange> changes = new ArrayList<>();
        each(changes, came(before, after, Member.State.LIVE), to -> new FlagChange.Lift(flag, to));
        each(changes, came(before, after, Member.State.LIVE), to -> new FlagChange.Allow(flag, to));
        each(
                changes,
                came(before, after, Member.State.ROLLED_BACK),
                to -> new FlagChange.Kill(flag, to));
        each(
                changes,
                came(before, after, Member.State.OPTED_OUT),
                to -> new FlagChange.Withdraw(flag, to));
        return List.copyOf(changes);
    }

    private static Set<OrgId> came(Rollout before, Rollout after, Member.State state) {
        return after.orgs(
                member ->
                        member.state() == state
                                && Optional.ofNullable(before.members().get(member.org()))
                                        .filter(was -> was.state() == state)
                                        .isEmpty());
    }

    private static void each(
            List<FlagChange> changes, Set<OrgId> orgs, Function<Audience, FlagChange> change) {
        Audience.ofAll(orgs).forEach(audience -> changes.add(change.apply(audience)));
    }
}
