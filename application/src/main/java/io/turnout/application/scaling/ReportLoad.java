package io.turnout.application.scaling;

import io.turnout.domain.scaling.InstanceLoad;

/// An instance says what it bears.
public final class ReportLoad {
    private final InstanceLoads loads;

    public ReportLoad(InstanceLoads loads) {
        this.loads = loads;
    }

    public void report(InstanceLoad load) {
        loads.keep(load);
    }
}
