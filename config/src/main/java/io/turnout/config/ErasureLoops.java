package io.turnout.config;

import io.turnout.application.erasure.ErasureUseCases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What forgets people, and what sees to it that nobody comes back with a backup.
record ErasureLoops(ErasureSettings settings, ErasureUseCases useCases) {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureLoops.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// In the order they are to be started, after everything that writes and before whoever serves
    /// and whoever sends: a database that was restored remembers people that were forgotten.
    List<House.Part> parts() {
        List<House.Part> parts = new ArrayList<>();
        if (settings.file().isPresent()) {
            parts.add(replay());
            parts.add(new Loop("erasure-ledger", 1, PAUSE, useCases.copy()::copy));
        }
        parts.add(new Loop("erasures", settings.threads(), PAUSE, useCases.run()::run));
        return parts;
    }

    private House.Part replay() {
        return new House.Part() {
            @Override
            public void start() {
                int again = useCases.replay().replay();
                if (again > 0) {
                    LOG.warn("{} people were forgotten again: the database is an older one", again);
                }
            }
        };
    }
}
