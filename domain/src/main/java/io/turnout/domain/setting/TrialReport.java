package io.turnout.domain.setting;

/// What a process that was started with proposed values found: how many registrations it tried, how
/// many did not come to a decision, and how long the slowest hundredth took.
public record TrialReport(boolean well, int tried, int failed, double p99Millis, String trouble) {
    private static final int TROUBLE_MAX = 120;

    /// No text of others stands in a report for long.
    public TrialReport {
        trouble = trouble.replaceAll("[^ -?A-~]", "?");
        trouble = trouble.substring(0, Math.min(TROUBLE_MAX, trouble.length()));
    }
}
