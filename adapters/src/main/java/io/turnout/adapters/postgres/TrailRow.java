package io.turnout.adapters.postgres;

import io.turnout.application.delivery.Outbox.State;
import io.turnout.application.delivery.Trail;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.AttendeeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A row of the outbox beside the call that carried it last.
final class TrailRow {
    private TrailRow() {}

    static Trail read(ResultSet row) throws SQLException {
        return new Trail(
                new AttendeeId(row.getObject("attendee_id", UUID.class)),
                new EventId(row.getString("event_id")),
                row.getLong("version"),
                Words.read(State.class, row.getString("state")),
                EventRows.instant(row, "owed_at"),
                row.getInt("failures"),
                call(row),
                arrival(row),
                refusal(row));
    }

    private static Optional<Trail.Call> call(ResultSet row) throws SQLException {
        if (row.getObject("call") == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Trail.Call(
                        row.getObject("call", UUID.class),
                        row.getString("kind"),
                        row.getLong("attempt"),
                        row.getString("instance"),
                        row.getInt("row_count"),
                        EventRows.instant(row, "started_at"),
                        ended(row)));
    }

    private static Optional<Trail.Ended> ended(ResultSet row) throws SQLException {
        Optional<Instant> at = maybe(row, "ended_at");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Optional<CallUsage> usage =
                row.getObject("calls_of") == null
                        ? Optional.empty()
                        : Optional.of(
                                new CallUsage(
                                        row.getLong("calls_used"),
                                        row.getLong("calls_of"),
                                        at.get()));
        return Optional.of(new Trail.Ended(at.get(), row.getString("outcome"), usage));
    }

    private static Optional<Trail.Arrival> arrival(ResultSet row) throws SQLException {
        Optional<Instant> at = maybe(row, "sent_at");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Trail.Arrival(row.getString("record_id"), row.getBoolean("created"), at.get()));
    }

    private static Optional<Trail.Refusal> refusal(ResultSet row) throws SQLException {
        if (row.getString("reason_code") == null) {
            return Optional.empty();
        }
        String[] fields = (String[]) row.getArray("reason_fields").getArray();
        return Optional.of(new Trail.Refusal(row.getString("reason_code"), List.of(fields)));
    }

    private static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
