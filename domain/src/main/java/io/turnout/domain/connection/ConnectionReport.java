package io.turnout.domain.connection;

import java.util.List;
import java.util.Optional;

/// What a test of a connection found: every step once, in order, and what was found of objects
/// and fields when it came that far.
public record ConnectionReport(List<Check> checks, Optional<SchemaReport> schema) {
    public ConnectionReport {
        checks = List.copyOf(checks);
        List<Check.Step> steps = checks.stream().map(Check::step).toList();
        if (!steps.equals(List.of(Check.Step.values()))) {
            throw new IllegalArgumentException("every step once, in order, not " + steps);
        }
    }

    public boolean isSound() {
        return checks.stream().allMatch(check -> check.outcome() == Check.Outcome.OK);
    }

    public List<Finding> findings() {
        return schema.map(
                        report ->
                                switch (report) {
                                    case SchemaReport.Described(var findings) -> findings;
                                    case SchemaReport.Unanswered _ -> List.<Finding>of();
                                })
                .orElse(List.of());
    }
}
