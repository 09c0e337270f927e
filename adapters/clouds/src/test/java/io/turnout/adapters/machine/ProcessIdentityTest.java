package io.turnout.adapters.machine;

import io.turnout.application.cloud.InstanceIdentity;
import io.turnout.application.cloud.InstanceIdentityContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class ProcessIdentityTest extends InstanceIdentityContract {
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Override
    protected InstanceIdentity booted() {
        try {
            started.add(new ProcessBuilder("sleep", "60").start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new ProcessIdentity(started.getLast().toHandle());
    }
}
