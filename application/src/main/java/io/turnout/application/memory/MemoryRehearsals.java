package io.turnout.application.memory;

import io.turnout.application.setting.Rehearsals;
import io.turnout.domain.setting.TrialReport;

/// Every rehearsal goes as it was told to.
public final class MemoryRehearsals implements Rehearsals {
    private volatile TrialReport report = new TrialReport(true, 100, 0, 10, "");

    public void go(TrialReport other) {
        report = other;
    }

    @Override
    public TrialReport rehearse() {
        return report;
    }
}
