package io.turnout.application.setting;

/// An instance says how it fares.
public final class ReportInstance {
    private final InstanceReports reports;

    public ReportInstance(InstanceReports reports) {
        this.reports = reports;
    }

    public void report(String instance, boolean well, double failures, double p99Millis) {
        reports.keep(instance, well, failures, p99Millis);
    }
}
