package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.domain.connection.Check;
import io.turnout.domain.connection.ConnectionReport;
import io.turnout.domain.org.OrgId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a test of a connection found, step by step in the order they were taken.
public record ConnectionReportView(
        String org, boolean sound, List<CheckView> checks, List<FindingView> findings)
        implements View {
    public static ConnectionReportView of(OrgId org, ConnectionReport report) {
        return new ConnectionReportView(
                org.value(),
                report.isSound(),
                report.checks().stream().map(CheckView::of).toList(),
                FindingView.of(report.findings()));
    }

    /// One step: ok, failed or skipped, what was seen, and what to do when it failed.
    public record CheckView(String step, String outcome, String said, @Nullable String advice) {
        private static CheckView of(Check check) {
            return new CheckView(
                    Spelling.of(check.step()),
                    Spelling.of(check.outcome()),
                    check.said(),
                    check.advice().orElse(null));
        }
    }
}
