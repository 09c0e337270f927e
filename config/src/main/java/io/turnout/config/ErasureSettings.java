package io.turnout.config;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.turnout.application.erasure.ErasureRule;
import io.turnout.application.erasure.ErasureRule.Pending;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// How people are forgotten.
///
/// @param pending what becomes of writes to Salesforce that wait: `withdraw` or `send-first`
/// @param patience how long the latter are waited for
/// @param ledger a file outside the database that is kept as the ledger of erasures is; whoever it
///     names is forgotten again at the start, before anybody is served
/// @param runners how many people this instance forgets at once
public record ErasureSettings(
        @Nullable Pending pending,
        @MaxDuration(value = 30, unit = TimeUnit.SECONDS) @Nullable Duration patience,
        @Nullable String ledger,
        @Min(0) @Max(16) @Nullable Integer runners) {
    static final ErasureSettings USUAL = new ErasureSettings(null, null, null, null);
    private static final int RUNNERS = 4;

    ErasureRule toRule() {
        return new ErasureRule(
                Objects.requireNonNullElse(pending, ErasureRule.USUAL.pending()),
                patience == null ? ErasureRule.USUAL.patience() : patience.toJavaDuration());
    }

    Optional<Path> file() {
        return Optional.ofNullable(ledger).filter(name -> !name.isBlank()).map(Path::of);
    }

    int threads() {
        return runners == null ? RUNNERS : runners;
    }
}
