package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.Proof;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.relocation.Stay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// How moves are read.
final class RelocationRows {
    private static final String STEPS =
            """
            select move_id, phase, at, rows, backlog from org_move_step
            where move_id = any(:moves)
            """;

    private RelocationRows() {}

    static List<Relocation> read(Handle handle, Query moves) {
        List<Relocation> bare = moves.map((row, _) -> move(row)).list();
        if (bare.isEmpty()) {
            return bare;
        }
        Map<RelocationId, List<Relocation.Step>> steps = steps(handle, bare);
        return bare.stream().map(one -> with(one, steps)).toList();
    }

    private static Relocation with(
            Relocation bare, Map<RelocationId, List<Relocation.Step>> steps) {
        return new Relocation(
                bare.order(),
                bare.state(),
                bare.askedAt(),
                bare.changedAt(),
                steps.getOrDefault(bare.id(), List.of()).stream()
                        .sorted(Comparator.comparing(Relocation.Step::phase))
                        .toList(),
                bare.outcome());
    }

    private static Map<RelocationId, List<Relocation.Step>> steps(
            Handle handle, List<Relocation> moves) {
        List<UUID> ids = moves.stream().map(one -> one.id().value()).toList();
        return handle
                .createQuery(STEPS)
                .bindArray("moves", UUID.class, ids)
                .map((row, _) -> Map.entry(id(row, "move_id"), step(row)))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static RelocationId id(ResultSet row, String column) throws SQLException {
        return new RelocationId(row.getObject(column, UUID.class));
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
                        id(row, "id"),
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
                                row.getInt("compared"),
                                proof(row)));
    }

    private static Optional<Proof> proof(ResultSet row) throws SQLException {
        String hash = row.getString("proof");
        return hash == null
                ? Optional.empty()
                : Optional.of(new Proof(row.getLong("proven_rows"), hash));
    }
}
