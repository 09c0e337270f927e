package io.turnout.domain.setting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How instances fare together: how many there are, which part of their answers failed, and how
/// long the slowest hundredth took.
public record Fare(int instances, int unwell, double failures, double p99Millis) {
    /// Whoever was not heard of for so long is not counted.
    public static final Duration SILENCE = Duration.ofSeconds(6);

    /// What one instance said of itself.
    public record Report(
            String instance, Instant at, boolean well, double failures, double p99Millis) {}

    public static Fare of(List<Report> reports, Instant now) {
        List<Report> heard =
                reports.stream().filter(one -> one.at().isAfter(now.minus(SILENCE))).toList();
        return new Fare(
                heard.size(),
                (int) heard.stream().filter(one -> !one.well()).count(),
                heard.stream().mapToDouble(Report::failures).max().orElse(0),
                heard.stream().mapToDouble(Report::p99Millis).max().orElse(0));
    }
}
