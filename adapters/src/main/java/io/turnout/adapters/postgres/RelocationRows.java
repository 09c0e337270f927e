package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.relocation.Stay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// How moves are read.
final class RelocationRows {
    private static final String STEPS =
            "select phase, at, rows, backlog from org_move_step where move_id = :id";

    private RelocationRows() {}

    static List<Relocation> read(Handle handle, Query moves) {
        List<Relocation> read = new ArrayList<>();
        for (Relocation bare : moves.map((row, _) -> move(row)).list()) {
            read.add(
                    new Relocation(
                            bare.order(),
                            bare.state(),
                            bare.askedAt(),
                            bare.changedAt(),
                            steps(handle, bare.id()),
                            bare.outcome()));
        }
        return read;
    }

    private static List<Relocation.Step> steps(Handle handle, RelocationId id) {
        return handle.createQuery(STEPS).bind("id", id.value()).map((row, _) -> step(row)).stream()
                .sorted(Comparator.comparing(Relocation.Step::phase))
                .toList();
    }

    private static Relocation.Step step(ResultSet row) throws SQLException {
        return new Relocation.Step(
                Words.read(Phase.class, row.getString("phase")),
                Moments.read(row, "at"),
                row.getLong("rows"),
                row.getLong("backlog"));
    }

    private static Relocation move(ResultSet row) throws SQLException {
        Relocation.Order order =
                new Relocation.Order(
                        new RelocationId(row.getObject("id", UUID.class)),
                        new OrgId(row.getString("org")),
                        new StackName(row.getString("from_stack")),
                        new StackName(row.getString("to_stack")),
                        row.getString("asked_by"));
        return new Relocation(
                order,
                Words.read(Relocation.State.class, row.getString("state")),
                Moments.read(row, "asked_at"),
                Moments.read(row, "changed_at"),
                List.of(),
                outcome(row, order.to()));
    }

    private static Optional<Moved> outcome(ResultSet row, StackName to) throws SQLException {
        String why = row.getString("why");
        if (why != null) {
            return Optional.of(
                    new Moved.Stayed(Words.read(Stay.class, why), row.getString("detail")));
        }
        long epoch = row.getLong("epoch");
        return epoch == 0
                ? Optional.empty()
                : Optional.of(
                        new Moved.There(
                                new Home(to, epoch),
                                row.getBoolean("active"),
                                Duration.ofMillis(row.getLong("pause_millis")),
                                row.getInt("compared")));
    }
}
