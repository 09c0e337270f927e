package io.turnout.adapters.postgres;

import io.turnout.domain.delivery.BulkLease;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;

/// Writes down what Salesforce said of rows, each by its own answer. A row whose version is not
/// the one that was sent stays as it is: it changed meanwhile, and is owed in its new version.
final class RowSettlement {
    private static final String SETTLE =
            """
            update outbox set state = row.state, record_id = coalesce(row.record, record_id),
                created = coalesce(row.created, outbox.created),
                sent_at = case row.state when 'sent' then now() else sent_at end,
                failures = case row.state when 'sent' then 0 else failures + 1 end,
                due_at = now() + make_interval(secs => row.wait),
                reason_code = row.code, reason_fields = string_to_array(row.fields, ','),
                reason_words = row.words
            from unnest(:id, :version, :state, :record, :created, :wait, :code, :fields, :words)
                as row(id, version, state, record, created, wait, code, fields, words)
            where org_id = :org and attendee_id = row.id and outbox.version = row.version
            """;
    private static final String FAILURES =
            """
            select attendee_id, failures from outbox
            where org_id = :org and attendee_id = any(:ids)
            """;
    private static final String IN_JOB =
            "select attendee_id, bulk_version from outbox where org_id = :org and bulk_job = :job";

    private final OutboxSeal seal;

    RowSettlement(OutboxSeal seal) {
        this.seal = seal;
    }

    /// One row: which, in which version, and what was said of it.
    record Said(AttendeeId attendee, long version, RowAnswer answer) {}

    void settle(Handle handle, BulkLease lease, Map<AttendeeId, RowAnswer> answers) {
        List<Said> said = new ArrayList<>();
        versions(handle, lease)
                .forEach(
                        (attendee, version) -> {
                            RowAnswer answer = answers.get(attendee);
                            if (answer != null) {
                                said.add(new Said(attendee, version, answer));
                            }
                        });
        settle(handle, lease.org(), said);
    }

    private static Map<AttendeeId, Long> versions(Handle handle, BulkLease lease) {
        Map<AttendeeId, Long> versions = new HashMap<>();
        handle.createQuery(IN_JOB)
                .bind("org", lease.org().value())
                .bind("job", lease.job())
                .map(
                        (row, _) ->
                                Map.entry(
                                        new AttendeeId(row.getObject(1, UUID.class)),
                                        row.getLong(2)))
                .forEach(row -> versions.put(row.getKey(), row.getValue()));
        return versions;
    }

    void settle(Handle handle, OrgId org, List<Said> said) {
        Map<UUID, Integer> failures = failures(handle, org, said);
        Columns rows = columns();
        for (Said row : said) {
            int failed = 1 + failures.getOrDefault(row.attendee().value(), 0);
            switch (row.answer()) {
                case RowAnswer.Sent(var record, var created) ->
                        rows.add(
                                row.attendee().value(),
                                row.version(),
                                "sent",
                                record,
                                created,
                                0.0,
                                null,
                                null,
                                null);
                case RowAnswer.Wait(var reason, var patience) -> {
                    double chance = ThreadLocalRandom.current().nextDouble();
                    Duration pause = patience.after(failed, chance);
                    String state = patience.isOver(failed) ? "set_aside" : "waiting";
                    add(rows, org, row, new Kept(state, pause, reason));
                }
                case RowAnswer.Refused(var reason) ->
                        add(rows, org, row, new Kept("set_aside", Duration.ZERO, reason));
            }
        }
        int _ = rows.bindTo(handle.createUpdate(SETTLE)).bind("org", org.value()).execute();
    }

    /// A row that was not taken: how it is kept, for how long, and why.
    private record Kept(String state, Duration pause, Reason reason) {}

    private void add(Columns rows, OrgId org, Said row, Kept kept) {
        rows.add(
                row.attendee().value(),
                row.version(),
                kept.state(),
                null,
                null,
                kept.state().equals("waiting") ? LaneLease.seconds(kept.pause()) : 0.0,
                kept.reason().code(),
                String.join(",", kept.reason().fields()),
                seal.seal(org, row.attendee(), kept.reason().message()));
    }

    private static Columns columns() {
        return new Columns()
                .with("id", UUID.class)
                .with("version", Long.class)
                .with("state", String.class)
                .with("record", String.class)
                .with("created", Boolean.class)
                .with("wait", Double.class)
                .with("code", String.class)
                .with("fields", String.class)
                .with("words", byte[].class);
    }

    private static Map<UUID, Integer> failures(Handle handle, OrgId org, List<Said> said) {
        Map<UUID, Integer> failures = new HashMap<>();
        handle.createQuery(FAILURES)
                .bind("org", org.value())
                .bindArray("ids", UUID.class, said.stream().map(r -> r.attendee().value()).toList())
                .map((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .forEach(entry -> failures.put(entry.getKey(), entry.getValue()));
        return failures;
    }
}
