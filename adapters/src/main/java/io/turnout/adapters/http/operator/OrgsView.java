package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.connection.ListConnections;
import io.turnout.application.connection.SchemaChecks;
import io.turnout.domain.connection.SchemaReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The orgs that are connected, by their ids; `next` is the cursor of the page after this one.
public record OrgsView(List<ConnectedOrg> orgs, @Nullable String next) implements View {
    public static OrgsView of(List<ListConnections.Line> lines, int size) {
        List<ConnectedOrg> orgs = lines.stream().map(ConnectedOrg::of).toList();
        return new OrgsView(orgs, orgs.size() == size ? orgs.getLast().org() : null);
    }

    /// One org in a line. `state` is sound, findings, unanswered, or unchecked before the first
    /// look.
    public record ConnectedOrg(
            String org,
            String source,
            String mapping,
            @Nullable String changedAt,
            String state,
            @Nullable String checkedAt,
            int findings) {
        private static ConnectedOrg of(ListConnections.Line line) {
            var head = line.connection();
            return new ConnectedOrg(
                    head.org().value(),
                    Spelling.of(head.source()),
                    head.mapping(),
                    head.changedAt().map(Instant::toString).orElse(null),
                    line.checked().map(ConnectedOrg::state).orElse("unchecked"),
                    line.checked().map(checked -> checked.at().toString()).orElse(null),
                    line.checked().map(ConnectedOrg::count).orElse(0));
        }

        private static String state(SchemaChecks.Checked checked) {
            return switch (checked.report()) {
                case SchemaReport.Unanswered _ -> "unanswered";
                case SchemaReport.Described(var findings) ->
                        findings.isEmpty() ? "sound" : "findings";
            };
        }

        private static int count(SchemaChecks.Checked checked) {
            return checked.report() instanceof SchemaReport.Described(var findings)
                    ? findings.size()
                    : 0;
        }
    }
}
