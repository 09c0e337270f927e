package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/// What is moved back so that time has passed: the database's own clock cannot be moved.
final class PostgresClocks {
    static final List<String> CLOCKS =
            List.of(
                    "update hold set expires_at = expires_at - :by",
                    "update registration set offered_until = offered_until - :by",
                    "update room set line_due_at = line_due_at - :by",
                    "update outbox set owed_at = owed_at - :by, due_at = due_at - :by");
    static final List<String> CALLERS =
            List.of(
                    """
                    update lane set lease_until = lease_until - :by,
                        next_call_at = next_call_at - :by, counts_owed_at = counts_owed_at - :by,
                        drifted_at = drifted_at - :by, links_owed_at = links_owed_at - :by
                    """,
                    """
                    update outbound set held_until = held_until - :by, calls_at = calls_at - :by,
                        inserts_held_until = inserts_held_until - :by
                    """,
                    // By way of another century: one row at a time would meet its neighbour.
                    "update call_count set slot = slot - :by - interval '100 years'",
                    """
                    update call_count
                    set slot = slot + interval '100 years' - interval '1 microsecond'
                    """,
                    "update room_count set due_at = due_at - :by",
                    "update call_made set started_at = started_at - :by",
                    """
                    update bulk_job set lease_until = lease_until - :by,
                        next_turn_at = next_turn_at - :by, ended_at = ended_at - :by
                    """,
                    """
                    update reconciliation set lease_until = lease_until - :by,
                        due_at = due_at - :by, ended_at = ended_at - :by
                    """,
                    """
                    update event_refresh set due_at = due_at - :by,
                        lease_until = lease_until - :by, pulled_at = pulled_at - :by
                    """,
                    """
                    update org_poll set next_poll_at = next_poll_at - :by,
                        lease_until = lease_until - :by, polled_at = polled_at - :by,
                        swept_at = swept_at - :by, nudged_at = nudged_at - :by
                    """,
                    """
                    update link_poll set next_poll_at = next_poll_at - :by,
                        lease_until = lease_until - :by, polled_at = polled_at - :by,
                        nudged_at = nudged_at - :by
                    """,
                    "update minted_link set due_at = due_at - :by, told_at = told_at - :by",
                    "update nudge set heard_at = heard_at - :by",
                    "update license set confirmed_at = confirmed_at - :by",
                    """
                    update license_poll set lease_until = lease_until - :by,
                        polled_at = polled_at - :by
                    """,
                    """
                    update waiting_room set starts_at = starts_at - :by, last_at = last_at - :by
                    """,
                    "update waiting_call set called_at = called_at - :by",
                    """
                    update link_upload set expires_at = expires_at - :by,
                        lease_until = lease_until - :by, touched_at = touched_at - :by
                    """,
                    """
                    update erasure set due_at = due_at - :by, lease_until = lease_until - :by
                    """,
                    "update org_connection set changed_at = changed_at - :by",
                    "update org_key set created_at = created_at - :by",
                    """
                    update schema_check set checked_at = checked_at - :by,
                        turn_until = turn_until - :by
                    """);

    private static final String TOLD = "update retention_notice set told_at = told_at - :by";

    private PostgresClocks() {}

    /// For what is the stack's own.
    static void passed(Handle handle, Duration by) {
        int _ = handle.createUpdate(TOLD).bind("by", by).execute();
    }

    static void passed(Handle handle, String sql, OrgId org, Duration by) {
        int _ =
                handle.createUpdate(sql + " where org_id = :org")
                        .configure(SqlStatements.class, all -> all.setUnusedBindingAllowed(true))
                        .bind("by", by)
                        .bind("org", org.value())
                        .execute();
    }
}
