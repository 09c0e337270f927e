package io.turnout.config;

import io.turnout.application.scaling.ScalingUseCases;
import io.turnout.application.scaling.ScalingWatch;
import io.turnout.domain.cloud.Answer;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes on for the number of instances while nobody asks, on every instance: it says what it
/// bears, and looks at all of them if nobody else does.
final class ScalingLoops {
    private static final Logger LOG = LoggerFactory.getLogger(ScalingLoops.class);
    private static final Duration METER = Duration.ofMillis(50);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SALES = Duration.ofSeconds(15);
    private static final Duration FRONT = Duration.ofMinutes(10);

    private ScalingLoops() {}

    static List<House.Part> of(ScalingUseCases useCases, LoadMeter meter) {
        return List.of(
                loop("load-meter", METER, meter::look),
                loop("load-report", LOOK, () -> useCases.report().report(meter.load())),
                loop(
                        "sales-ahead",
                        SALES,
                        () -> {
                            int _ = useCases.prewarm().prewarm();
                        }),
                loop("scaling", LOOK, () -> useCases.tend().tend().forEach(ScalingLoops::log)),
                loop(
                        "affinity",
                        FRONT,
                        () -> useCases.affinity().keep().ifPresent(ScalingLoops::log)));
    }

    private static Loop loop(String name, Duration pause, Runnable round) {
        return new Loop(
                name,
                1,
                pause,
                () -> {
                    round.run();
                    return false;
                });
    }

    private static void log(Answer<Boolean> front) {
        switch (front) {
            case Answer.Done<Boolean>(var on) ->
                    LOG.info("affinity is turned {}", on ? "on" : "off");
            case Answer.Failed<Boolean>(var why) -> LOG.warn("affinity is not turned: {}", why);
        }
    }

    private static void log(ScalingWatch.Kept kept) {
        LOG.info(
                "{} instances, {} wanted: {} ({})",
                kept.decision().from(),
                kept.decision().to(),
                kept.decision().told(),
                kept.outcome());
    }
}
