package io.turnout.adapters.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.HoldLine;
import io.turnout.domain.registration.HoldStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The rows of holds.
final class HoldRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READ =
            "select * from hold where org_id = :org and hold_id = any(:ids)";

    private HoldRows() {}

    static Map<HoldId, Hold> read(Handle handle, OrgId org, Collection<HoldId> ids) {
        Map<HoldId, Hold> holds = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery(READ)
                    .bind("org", org.value())
                    .bindArray("ids", UUID.class, ids.stream().map(HoldId::value).toList())
                    .map((row, _) -> hold(row))
                    .forEach(hold -> holds.put(hold.id(), hold));
        }
        return holds;
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                new HoldId(row.getObject("hold_id", UUID.class)),
                new EventId(row.getString("event_id")),
                lines(row.getString("lines")),
                EventRows.instant(row, "expires_at"),
                Words.read(HoldStatus.class, row.getString("status")));
    }

    private record Line(String item, int quantity, List<String> sessions) {}

    private static List<HoldLine> lines(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Line>>() {}).stream()
                    .map(
                            line ->
                                    new HoldLine(
                                            new ItemId(line.item()),
                                            line.quantity(),
                                            line.sessions().stream().map(SessionId::new).toList()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the lines of a hold are no JSON", e);
        }
    }

    static String json(List<HoldLine> lines) {
        try {
            return JSON.writeValueAsString(
                    lines.stream()
                            .map(
                                    line ->
                                            new Line(
                                                    line.item().value(),
                                                    line.quantity(),
                                                    line.sessions().stream()
                                                            .map(SessionId::value)
                                                            .toList()))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the lines of a hold cannot be written", e);
        }
    }
}
