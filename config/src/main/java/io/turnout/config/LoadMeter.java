package io.turnout.config;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import com.sun.management.OperatingSystemMXBean;
import io.turnout.domain.scaling.InstanceLoad;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How much this instance bears: what its server counts, averaged over some seconds.
final class LoadMeter {
    /// Under this name it stands how many wait for a decision.
    static final String WAITING = "turnout.admission.waiting";

    private static final String ACTIVE = "MutableServletContextHandler.active-requests";

    /// Each look counts for so much of the average.
    private static final double PART = 0.02;

    private static final double CPU_PART = 0.25;

    private final MetricRegistry metrics;
    private final String instance;
    private final Optional<String> release;
    private final Instant since = Instant.ofEpochMilli(runtimeStart());
    private List<Counter> active = List.of();
    private double inFlight;
    private double cpu;

    LoadMeter(MetricRegistry metrics, String instance, Optional<String> release) {
        this.metrics = metrics;
        this.instance = instance;
        this.release = release;
    }

    private static long runtimeStart() {
        return ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /// To be called many times a second.
    synchronized void look() {
        if (active.isEmpty()) {
            active = List.copyOf(metrics.getCounters((name, _) -> name.endsWith(ACTIVE)).values());
        }
        long now = active.stream().mapToLong(Counter::getCount).sum();
        inFlight += PART * (Math.max(0, now) - inFlight);
    }

    /// To be called once a second.
    synchronized InstanceLoad load() {
        cpu += CPU_PART * (cpu() - cpu);
        return new InstanceLoad(instance, release, since, inFlight, waiting(), cpu);
    }

    private int waiting() {
        Gauge<?> gauge = metrics.getGauges().get(WAITING);
        return gauge != null && gauge.getValue() instanceof Integer waiting ? waiting : 0;
    }

    private static double cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.clamp(system.getProcessCpuLoad(), 0, 1)
                : 0;
    }
}
