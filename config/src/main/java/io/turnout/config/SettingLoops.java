package io.turnout.config;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.Timer;
import io.turnout.application.setting.SettingUseCases;
import java.time.Duration;
import java.util.List;

/// What goes on for settings while nobody asks, on every instance: it says how it fares, and drives
/// the change that is under way if nobody else does.
final class SettingLoops {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final String FAILED = "MutableServletContextHandler.5xx-responses";
    private static final String ANSWERED = "MutableServletContextHandler.requests";
    private static final double NANOS_A_MILLI = 1e6;

    private SettingLoops() {}

    static List<House.Part> of(
            SettingUseCases useCases, String instance, House house, MetricRegistry metrics) {
        return List.of(
                new Loop(
                        "instance-report",
                        1,
                        LOOK,
                        () -> {
                            useCases.report()
                                    .report(
                                            instance,
                                            isWell(house),
                                            failures(metrics),
                                            p99Millis(metrics));
                            return false;
                        }),
                new Loop(
                        "settings",
                        1,
                        LOOK,
                        () -> {
                            boolean _ = useCases.drive().drive();
                            return false;
                        }));
    }

    private static boolean isWell(House house) {
        try {
            house.parts().forEach(House.Part::health);
            return true;
        } catch (RuntimeException sick) {
            return false;
        }
    }

    /// Of the answers of the last minute.
    private static double failures(MetricRegistry metrics) {
        double failed =
                metrics.getMeters((name, _) -> name.endsWith(FAILED)).values().stream()
                        .mapToDouble(Meter::getOneMinuteRate)
                        .sum();
        double answered =
                metrics.getTimers((name, _) -> name.endsWith(ANSWERED)).values().stream()
                        .mapToDouble(Timer::getOneMinuteRate)
                        .sum();
        return answered < 1 ? 0 : Math.min(1, failed / answered);
    }

    private static double p99Millis(MetricRegistry metrics) {
        return metrics.getTimers((name, _) -> name.endsWith(ANSWERED)).values().stream()
                .mapToDouble(timer -> timer.getSnapshot().get99thPercentile() / NANOS_A_MILLI)
                .max()
                .orElse(0);
    }
}
