package io.turnout.adapters.unleash;

import io.getunleash.DefaultUnleash;
import io.getunleash.Unleash;
import io.getunleash.UnleashContext;
import io.getunleash.util.UnleashConfig;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Definitions as Unleash's own engine evaluates them, in microseconds. Where they come from is
/// others' business: it evaluates what it was handed last, and before that says no.
final class SdkDefinitions implements AutoCloseable {
    /// The SDK wants an address even where it never calls one.
    private static final String NOWHERE = "http://flags.invalid/api/";

    private final SdkHands hands = new SdkHands();
    private final Path backup;
    private final Unleash unleash;

    SdkDefinitions() {
        // The SDK reads a backup before anything else, and an old one would win over the truth: it
        // gets a place that is new and empty with each start.
        try {
            this.backup = Files.createTempDirectory("turnout-flags");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.unleash =
                new DefaultUnleash(
                        UnleashConfig.builder()
                                .appName("turnout")
                                .instanceId(backup.getFileName().toString())
                                .unleashAPI(NOWHERE)
                                .backupFile(backup.resolve("backup.json").toString())
                                .unleashFeatureFetcherFactory(_ -> hands)
                                .metricsSenderFactory(_ -> hands)
                                .scheduledExecutor(hands)
                                .fetchTogglesInterval(SdkHands.FETCH_SECONDS)
                                .sendMetricsInterval(SdkHands.METRICS_SECONDS)
                                .build());
    }

    void take(String body) {
        hands.hand(body);
    }

    boolean isOn(Flag flag, OrgId org) {
        return unleash.isEnabled(
                flag.key(),
                UnleashContext.builder().addProperty(Strategy.ORG, org.value()).build());
    }

    @Override
    public void close() {
        unleash.shutdown();
        try {
            Files.deleteIfExists(backup.resolve("backup.json"));
            Files.deleteIfExists(backup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
