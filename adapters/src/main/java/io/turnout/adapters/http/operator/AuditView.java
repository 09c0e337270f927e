package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.org.OrgId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done, in its order; `next` is the cursor of the page after this one.
public record AuditView(List<Line> records, @Nullable String next) implements View {
    public static AuditView of(List<AuditRecord> records, int size) {
        return new AuditView(
                records.stream().map(Line::of).toList(),
                records.size() == size ? Long.toString(records.getLast().number()) : null);
    }

    /// One record, with what proves its place: the hash of the one before and its own.
    public record Line(
            long number,
            String at,
            String actor,
            String action,
            @Nullable String org,
            String subject,
            String outcome,
            String request,
            String previous,
            String hash) {
        public static Line of(AuditRecord record) {
            return new Line(
                    record.number(),
                    record.at().toString(),
                    record.entry().actor(),
                    record.entry().action(),
                    record.entry().org().map(OrgId::value).orElse(null),
                    record.entry().subject(),
                    record.entry().outcome(),
                    record.entry().request(),
                    record.previous(),
                    record.hash());
        }
    }
}
