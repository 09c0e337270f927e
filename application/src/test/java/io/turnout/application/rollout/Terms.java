package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Exit;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Guard;
import io.turnout.domain.rollout.Label;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.PlanTerms;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Selection;
import io.turnout.domain.rollout.WaveTerms;
import io.turnout.domain.rollout.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/// Plans as the tests need them.
public final class Terms {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    public static final Author ANN = new Author("ann", "it is ready", "request-1");
    public static final Author BOB = new Author("bob", "looks good", "request-2");

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private Terms() {}

    public static PlanId id() {
        return new PlanId(UUID.randomUUID());
    }

    public static WaveTerms wave(String title, OrgId... orgs) {
        return wave(title, new Selection.Listed(Set.of(orgs)), Duration.ofHours(1));
    }

    static WaveTerms wave(String title, Selection selection, Duration bake) {
        return new WaveTerms(
                title,
                selection,
                OptionalInt.empty(),
                new Window(LocalTime.of(23, 30), LocalTime.of(4, 15)),
                WaveTerms.Entry.BY_ITSELF,
                new Exit(0.5, bake, 7));
    }

    /// A wave of a rule with everything in it.
    public static WaveTerms batch() {
        return new WaveTerms(
                "a batch",
                new Selection.ByRule(
                        Selection.Whom.OPTED_IN,
                        Set.of(new Label("emea"), new Label("apac")),
                        Set.of(LONDON),
                        Set.of(new Label("gold")),
                        Set.of(new Label("brave"))),
                OptionalInt.of(25),
                Window.NIGHT,
                WaveTerms.Entry.BY_HAND,
                new Exit(1, Duration.ofDays(2), 0));
    }

    public static PlanTerms terms(WaveTerms... waves) {
        return terms(Guard.USUAL, waves);
    }

    static PlanTerms terms(Guard guard, WaveTerms... waves) {
        return new PlanTerms(
                Flag.CHECKOUT_V2, "Prüfung: new checkout", LONG_AGO, guard, List.of(waves));
    }

    public static OrgProfile ownTest(OrgId org) {
        return new OrgProfile(
                org,
                OrgProfile.Kind.OWN_TEST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    public static OrgProfile customer(OrgId org, ZoneId zone) {
        return new OrgProfile(
                org,
                OrgProfile.Kind.CUSTOMER,
                Optional.of(zone),
                Optional.of(new Label("emea")),
                Optional.of(new Label("gold")),
                Set.of(new Label("brave"), new Label("vip")));
    }

    static Rollouts.Query query(
            Optional<PlanState> state, Optional<String> owner, Optional<PlanId> before) {
        return new Rollouts.Query(Optional.empty(), Optional.empty(), state, owner, before, 50);
    }

    static List<PlanId> ids(List<Rollout> rollouts) {
        return rollouts.stream().map(one -> one.plan().id()).toList();
    }
}
