package io.turnout.adapters.machine;

import io.turnout.application.scaling.SessionAffinity;
import io.turnout.application.scaling.SessionAffinityContract;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class BalancerAffinityTest extends SessionAffinityContract {
    @TempDir private Path folder;
    private Place place;

    @BeforeEach
    void open() {
        place = new Place(folder);
    }

    @Override
    protected SessionAffinity affinity() {
        return new BalancerAffinity(place.file("affinity.conf"));
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of(Fault.UNREACHABLE);
    }

    @Override
    protected void strike(Fault fault) {
        place.takeAway();
    }

    @Override
    protected void heal() {
        place.bringBack();
    }
}
