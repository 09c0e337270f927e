package io.turnout.demo;

import io.turnout.application.registration.IdSource;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.application.rollout.Rollouts;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Exit;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Guard;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanTerms;
import io.turnout.domain.rollout.Selection;
import io.turnout.domain.rollout.WaveTerms;
import io.turnout.domain.rollout.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A plan that waits for somebody to approve it: the second org is our own for tests and comes
/// first, the others follow in their nights.
final class SamplePlan {
    private static final Author AUTHOR = new Author("sample-author", "to try a rollout", "demo");
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private SamplePlan() {}

    static void propose(RolloutUseCases rollouts, IdSource ids) {
        Rollouts.Query any = Rollouts.Query.newest(1);
        if (!rollouts.list().list(any).isEmpty()) {
            return;
        }
        OrgProfile ours =
                new OrgProfile(
                        Samples.ORG_B,
                        OrgProfile.Kind.OWN_TEST,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of());
        boolean _ = rollouts.keepProfile().keep(ours, AUTHOR);
        Selection tests =
                new Selection.ByRule(
                        Selection.Whom.OWN_TESTS, Set.of(), Set.of(), Set.of(), Set.of());
        PlanTerms terms =
                new PlanTerms(
                        Flag.CHECKOUT_V2,
                        "The checkout in steps, for everybody",
                        LONG_AGO,
                        Guard.USUAL,
                        List.of(
                                wave("Our own test organisations", tests, Duration.ofMinutes(1)),
                                wave(
                                        "Everybody",
                                        Selection.ByRule.EVERYBODY,
                                        Duration.ofHours(24))));
        Plan plan = rollouts.draft().draft(new PlanId(ids.next()), terms, AUTHOR);
        var _ = rollouts.change().change(plan.id(), new Order.Submit(plan.version()), AUTHOR);
    }

    private static WaveTerms wave(String title, Selection selection, Duration bake) {
        return new WaveTerms(
                title,
                selection,
                OptionalInt.empty(),
                Window.NIGHT,
                WaveTerms.Entry.BY_ITSELF,
                new Exit(1, bake, 0));
    }
}
