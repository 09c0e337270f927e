package io.turnout.adapters.http.operator;

import io.turnout.application.connection.SchemaChecks;
import io.turnout.domain.connection.SchemaReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was last found of an org's objects and fields; `unanswered` says why they could not be
/// looked at.
public record SchemaView(
        String checkedAt, @Nullable String unanswered, List<FindingView> findings) {
    static SchemaView of(SchemaChecks.Checked checked) {
        String at = checked.at().toString();
        return switch (checked.report()) {
            case SchemaReport.Unanswered(var why) -> new SchemaView(at, why, List.of());
            case SchemaReport.Described(var findings) ->
                    new SchemaView(at, null, FindingView.of(findings));
        };
    }
}
