package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Facts;
import io.turnout.domain.rollout.Figures;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Span;
import io.turnout.domain.rollout.Wave;
import io.turnout.domain.rollout.WaveHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How the orgs of a wave fared over time, beside the customers that were not reached, and how far
/// they may: from a while before the wave began.
public final class PlotWave {
    private static final Duration BEFORE = Duration.ofMinutes(30);
    private static final Duration LEAST = Duration.ofHours(1);
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30));
    private static final int POINTS_MAX = 100;

    private final RolloutPorts ports;

    public PlotWave(RolloutPorts ports) {
        this.ports = ports;
    }

    /// Empty where there is no such plan or wave.
    public Optional<Plot> plot(PlanId plan, int number) {
        return ports.rollouts()
                .find(plan)
                .filter(rollout -> number >= 0 && number < rollout.plan().waves().size())
                .map(rollout -> plot(rollout, number));
    }

    private Plot plot(Rollout rollout, int number) {
        Facts facts =
                new Surroundings(ports)
                        .facts(rollout.plan().id(), rollout.plan().flag(), _ -> false);
        Wave wave = rollout.plan().waves().get(number);
        Span period = period(wave, facts.now());
        Duration step = step(period);
        Watching watching = new Watching(ports.health(), rollout, facts);
        Map<Instant, Figures> those = over(rollout.orgs(number, Member.State.LIVE), period, step);
        Map<Instant, Figures> others = over(watching.others(), period, step);
        Set<Instant> times = new TreeSet<>(those.keySet());
        times.addAll(others.keySet());
        List<Point> points = new ArrayList<>();
        for (Instant at : times) {
            points.add(
                    new Point(
                            at,
                            WaveHealth.of(
                                    rollout.plan().guard(),
                                    those.getOrDefault(at, Figures.NONE),
                                    others.getOrDefault(at, Figures.NONE))));
        }
        return new Plot(number, period, step, wave.enteredAt(), points);
    }

    private Map<Instant, Figures> over(Set<OrgId> orgs, Span period, Duration step) {
        return orgs.isEmpty() ? Map.of() : ports.health().over(orgs, period, step);
    }

    private static Span period(Wave wave, Instant now) {
        Instant oldest = now.minus(OrgHealth.KEPT);
        Instant latest = now.minus(LEAST);
        Instant from = wave.enteredAt().map(at -> at.minus(BEFORE)).orElse(latest);
        Instant bounded = from.isAfter(latest) ? latest : from.isBefore(oldest) ? oldest : from;
        return new Span(bounded.truncatedTo(ChronoUnit.HOURS), now);
    }

    private static Duration step(Span period) {
        Duration length = Duration.between(period.from(), period.to());
        return STEPS.stream()
                .filter(step -> length.dividedBy(step) < POINTS_MAX)
                .findFirst()
                .orElse(STEPS.getLast());
    }

    /// The answer.
    ///
    /// @param number of the wave, counted from 0
    /// @param begun when it began to switch
    /// @param points in their order; a step in which nothing was seen has none
    public record Plot(
            int number, Span period, Duration step, Optional<Instant> begun, List<Point> points) {
        public Plot {
            points = List.copyOf(points);
        }
    }

    /// One step, by when it begins.
    public record Point(Instant at, WaveHealth health) {}
}
