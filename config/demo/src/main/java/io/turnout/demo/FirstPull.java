package io.turnout.demo;

import io.turnout.application.UseCases;
import io.turnout.application.licensing.ShowLicenses;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The samples are on show once they were pulled from their orgs, and their licences from the
/// vendor's. What is printed after that works when it is pasted.
final class FirstPull {
    /// A pull that fails on a busy machine is tried again after a minute.
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LICENSES = 10;

    private FirstPull() {}

    static void await(UseCases useCases) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isDone(useCases) && Instant.now().isBefore(end)) {
            pause();
        }
    }

    private static boolean isDone(UseCases useCases) {
        ShowLicenses.View licenses =
                useCases.inbound().showLicenses().show(Optional.empty(), LICENSES);
        Set<OrgId> licensed =
                licenses.licenses().stream()
                        .map(one -> one.license().org())
                        .collect(Collectors.toSet());
        return Samples.all(Instant.now()).stream()
                .map(Samples.Sample::event)
                .allMatch(
                        event ->
                                licensed.contains(event.org())
                                        && useCases.showEvent()
                                                .show(event.org(), event.id())
                                                .isPresent());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DemoTrouble("stopped while it was starting");
        }
    }
}
