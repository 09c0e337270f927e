package io.turnout.adapters.heroku;

import io.turnout.application.scaling.SessionAffinity;
import io.turnout.application.scaling.SessionAffinityContract;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

class HerokuSessionAffinityTest extends SessionAffinityContract {
    private final HerokuFake heroku = new HerokuFake();
    private final SessionAffinity affinity = new HerokuSessionAffinity(Trial.api(heroku));

    @AfterEach
    void close() {
        heroku.close();
    }

    @Override
    protected SessionAffinity affinity() {
        return affinity;
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of(Fault.values());
    }

    @Override
    protected void strike(Fault fault) {
        heroku.fault = fault;
    }

    @Override
    protected void heal() {
        heroku.fault = null;
    }
}
