package io.turnout.config.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A house that is started when another is gone.
final class Successor implements AutoCloseable {
    private final Path settings;
    private Optional<Instance> house = Optional.empty();

    Successor(Path settings) {
        this.settings = settings;
    }

    synchronized void start() throws IOException {
        house = Optional.of(Instance.start(settings));
    }

    @Override
    public synchronized void close() {
        house.ifPresent(Instance::close);
    }
}
