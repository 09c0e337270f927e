package io.turnout.application.memory;

import io.turnout.application.rollout.OrgHealth;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Figures;
import io.turnout.domain.rollout.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Requests in memory, by org and minute. It knows of no Salesforce.
public final class MemoryOrgHealth implements OrgHealth {
    private record Key(OrgId org, Instant minute) {}

    private final Map<Key, Figures> noted = new HashMap<>();
    private final Map<Key, Figures> kept = new HashMap<>();
    private final InstantSource clock;

    public MemoryOrgHealth(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void note(OrgId org, boolean failed, long millis) {
        Instant now = clock.instant();
        List<Long> latencies = new ArrayList<>(Figures.noLatencies());
        latencies.set(Figures.bucket(millis), 1L);
        noted.merge(
                new Key(org, now.truncatedTo(ChronoUnit.MINUTES)),
                new Figures(1, failed ? 1 : 0, latencies, Duration.ZERO, 0, Optional.of(now)),
                Figures::plus);
    }

    @Override
    public synchronized void flush() {
        noted.forEach((key, figures) -> kept.merge(key, figures, Figures::plus));
        noted.clear();
        Instant oldest = clock.instant().minus(KEPT);
        kept.keySet().removeIf(key -> key.minute().isBefore(oldest));
    }

    @Override
    public synchronized Figures measured(Set<OrgId> orgs, Span period) {
        Span minutes =
                new Span(period.from().truncatedTo(ChronoUnit.MINUTES), period.to().plusNanos(1));
        return kept.entrySet().stream()
                .filter(one -> orgs.contains(one.getKey().org()))
                .filter(one -> minutes.holds(one.getKey().minute()))
                .map(Map.Entry::getValue)
                .reduce(Figures.NONE, Figures::plus);
    }

    @Override
    public synchronized Map<Instant, Figures> over(Set<OrgId> orgs, Span period, Duration step) {
        Map<Instant, Figures> points = new TreeMap<>();
        kept.forEach(
                (key, figures) -> {
                    long seconds = key.minute().getEpochSecond();
                    if (orgs.contains(key.org()) && period.holds(key.minute())) {
                        points.merge(
                                Instant.ofEpochSecond(seconds - seconds % step.toSeconds()),
                                figures,
                                Figures::plus);
                    }
                });
        return points;
    }
}
