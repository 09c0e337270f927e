package io.turnout.application.memory;

import io.turnout.application.setting.InstanceReports;
import io.turnout.domain.setting.Fare;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What instances say of themselves, in memory.
public final class MemoryInstanceReports implements InstanceReports {
    private static final Duration SHOWN = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<String, Fare.Report> reports = new HashMap<>();

    public MemoryInstanceReports(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void keep(
            String instance, boolean well, double failures, double p99Millis) {
        reports.put(
                instance, new Fare.Report(instance, clock.instant(), well, failures, p99Millis));
    }

    @Override
    public synchronized List<Fare.Report> all() {
        Instant since = clock.instant().minus(SHOWN);
        return reports.values().stream()
                .filter(one -> one.at().isAfter(since))
                .sorted(Comparator.comparing(Fare.Report::instance))
                .toList();
    }

    @Override
    public synchronized Fare fare() {
        return Fare.of(all(), clock.instant());
    }
}
