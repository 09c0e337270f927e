package io.turnout.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.org.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Plans and orgs as the tests of rollouts need them.
final class Plans {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Instant NIGHT = Instant.parse("2027-01-16T02:00:00Z");
    static final OrgId TESTS = org(0);
    static final OrgId EARLY = org(1);
    static final OrgId ACME = org(2);
    static final OrgId GLOBEX = org(3);
    static final PlanId ID = new PlanId(new UUID(7, 7));
    static final Exit EXIT = new Exit(1, Duration.ofHours(24), 0);

    private Plans() {}

    static OrgId org(int number) {
        return new OrgId(RecordId.complete("00D%012d".formatted(number)));
    }

    static WaveTerms wave(String title, Selection selection) {
        return new WaveTerms(
                title,
                selection,
                OptionalInt.empty(),
                Window.NIGHT,
                WaveTerms.Entry.BY_ITSELF,
                EXIT);
    }

    static Selection whom(Selection.Whom whom) {
        return new Selection.ByRule(whom, Set.of(), Set.of(), Set.of(), Set.of());
    }

    static PlanTerms terms(WaveTerms... waves) {
        return new PlanTerms(Flag.CHECKOUT_V2, "new checkout", NOON, Guard.USUAL, List.of(waves));
    }

    /// Own tests, betas, everybody.
    static PlanTerms usual() {
        return terms(
                wave("own tests", whom(Selection.Whom.OWN_TESTS)),
                wave("betas", whom(Selection.Whom.OPTED_IN)),
                wave("everybody", whom(Selection.Whom.ANYBODY)));
    }

    static Rollout draft() {
        return Rollout.of(Plan.draft(ID, usual(), "ann"));
    }

    static Rollout approved() {
        return draft().with(
                        draft().plan().with(new Review.Approved(Set.of("ann"), "bob", NOON, "ok")));
    }

    static Rollout running() {
        return approved().with(approved().plan().with(Stage.RUNNING));
    }

    static Rollout taken(Step step) {
        assertThat(step).isInstanceOf(Step.Taken.class);
        return ((Step.Taken) step).after();
    }

    static Candidate candidate(OrgId org) {
        OrgProfile.Kind kind =
                org.equals(TESTS) ? OrgProfile.Kind.OWN_TEST : OrgProfile.Kind.CUSTOMER;
        return new Candidate(
                new OrgProfile(
                        org,
                        kind,
                        Optional.of(ZoneOffset.UTC),
                        Optional.of(new Label("emea")),
                        Optional.empty(),
                        Set.of()),
                org.equals(EARLY) ? Optional.of(Choice.IN) : Optional.empty());
    }

    static Facts facts(Instant now) {
        List<Candidate> candidates =
                IntStream.range(0, 4).mapToObj(i -> candidate(org(i))).toList();
        return facts(now, candidates, Map.of());
    }

    static Facts facts(Instant now, List<Candidate> candidates, Map<OrgId, PlanId> elsewhere) {
        Map<OrgId, OrgCalendar> calendars =
                candidates.stream()
                        .map(Candidate::org)
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        org ->
                                                new OrgCalendar(
                                                        org,
                                                        ZoneOffset.UTC,
                                                        Traffic.NONE,
                                                        List.of(),
                                                        List.of(),
                                                        List.of())));
        return new Facts(now, candidates, calendars, elsewhere, PlanningRule.USUAL);
    }

    static Figures figures(long requests, long errors) {
        return new Figures(
                requests, errors, Figures.noLatencies(), Duration.ZERO, 0, Optional.of(NOON));
    }

    static WaveHealth health(Figures wave) {
        return WaveHealth.of(Guard.USUAL, wave, figures(10_000, 0));
    }

    static Schedule.Watch watch(Figures wave) {
        return new Schedule.Watch(_ -> health(wave), _ -> health(wave));
    }
}
