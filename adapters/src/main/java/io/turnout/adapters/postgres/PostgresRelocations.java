package io.turnout.adapters.postgres;

import io.turnout.application.relocation.Relocations;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.Proof;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.Stay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Moves in PostgreSQL, by the database's clock.
public final class PostgresRelocations implements Relocations {
    private static final String ASK =
            """
            insert into org_move (id, org, from_stack, to_stack, asked_by)
            values (:id, :org, :from, :to, :by) on conflict do nothing
            """;
    private static final String ANY = "select * from org_move ";
    private static final String ONE = ANY + "where id = :id";
    private static final String NEWEST = ANY + "order by asked_at desc, id desc limit :limit";
    private static final String UNFINISHED = "state in ('asked', 'moving') ";
    private static final String OF_ORG = ANY + "where org = :org and " + UNFINISHED;
    private static final String NEXT =
            ANY + "where " + UNFINISHED + "order by asked_at, id limit :limit";
    private static final String LATEST =
            "select distinct on (org) * from org_move order by org, asked_at desc, id desc";
    private static final String MOVING =
            """
            update org_move set state = 'moving', changed_at = now()
            where id = :id and state in ('asked', 'moving')
            """;
    private static final String FORGET_LATER =
            """
            delete from org_move_step where move_id = :id
                and array_position(:phases, phase) > array_position(:phases, :phase)
            """;
    private static final String STEP =
            """
            insert into org_move_step (move_id, phase, rows, backlog)
            values (:id, :phase, :rows, :backlog)
            on conflict (move_id, phase) do update set rows = :rows, backlog = :backlog
            """;
    private static final String HALT =
            "update org_move set halted = true where id = :id and " + UNFINISHED;
    private static final String IS_HALTED =
            "select exists (select from org_move where id = :id and halted)";
    private static final String STAYED =
            """
            update org_move set state = 'stayed', why = :why, detail = :detail, changed_at = now()
            where id = :id and state in ('asked', 'moving')
            """;
    private static final String MOVED =
            """
            update org_move set state = 'moved', epoch = :epoch, active = :active,
                pause_millis = :pause, compared = :compared, proven_rows = :rows, proof = :proof,
                changed_at = now()
            where id = :id and state in ('asked', 'moving')
            """;
    private static final String COMPLETE =
            """
            update org_move set state = 'completed', changed_at = now()
            where id = :id and state = 'moved'
            """;
    private static final List<String> PHASES =
            Arrays.stream(Phase.values()).map(Words::of).toList();

    private final Gate gate;

    public PostgresRelocations(Gate gate) {
        this.gate = gate;
    }

    @Override
    public boolean ask(Relocation.Order order) {
        int kept =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createUpdate(ASK)
                                                .bind("id", order.id().value())
                                                .bind("org", order.org().value())
                                                .bind("from", order.from().value())
                                                .bind("to", order.to().value())
                                                .bind("by", order.askedBy())
                                                .execute());
        return kept == 1 || find(order.id()).isPresent();
    }

    @Override
    public Optional<Relocation> find(RelocationId id) {
        return first(handle -> handle.createQuery(ONE).bind("id", id.value()));
    }

    private Optional<Relocation> first(Function<Handle, Query> query) {
        return all(query).stream().findFirst();
    }

    private List<Relocation> all(Function<Handle, Query> query) {
        return gate.jdbi().withHandle(handle -> RelocationRows.read(handle, query.apply(handle)));
    }

    @Override
    public List<Relocation> newest(int limit) {
        return all(handle -> handle.createQuery(NEWEST).bind("limit", limit));
    }

    @Override
    public Optional<Relocation> unfinished(OrgId org) {
        return first(handle -> handle.createQuery(OF_ORG).bind("org", org.value()));
    }

    @Override
    public List<Relocation> next(int limit) {
        return all(handle -> handle.createQuery(NEXT).bind("limit", limit));
    }

    @Override
    public Map<OrgId, Relocation> latest() {
        return all(handle -> handle.createQuery(LATEST)).stream()
                .collect(Collectors.toMap(Relocation::org, Function.identity()));
    }

    @Override
    public void reach(RelocationId id, Phase phase, long rows, long backlog) {
        gate.jdbi()
                .useTransaction(
                        handle -> {
                            if (handle.createUpdate(MOVING).bind("id", id.value()).execute() == 1) {
                                step(handle, id, phase, rows, backlog);
                            }
                        });
    }

    private static void step(Handle handle, RelocationId id, Phase phase, long rows, long backlog) {
        int _ =
                handle.createUpdate(FORGET_LATER)
                        .bind("id", id.value())
                        .bindArray("phases", String.class, PHASES)
                        .bind("phase", Words.of(phase))
                        .execute();
        int _ =
                handle.createUpdate(STEP)
                        .bind("id", id.value())
                        .bind("phase", Words.of(phase))
                        .bind("rows", rows)
                        .bind("backlog", backlog)
                        .execute();
    }

    @Override
    public boolean halt(RelocationId id) {
        return changed(HALT, id);
    }

    private boolean changed(String sql, RelocationId id) {
        return gate.jdbi()
                        .withHandle(
                                handle -> handle.createUpdate(sql).bind("id", id.value()).execute())
                == 1;
    }

    @Override
    public boolean isHalted(RelocationId id) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(IS_HALTED)
                                        .bind("id", id.value())
                                        .mapTo(Boolean.class)
                                        .one());
    }

    @Override
    public void end(RelocationId id, Moved outcome) {
        gate.jdbi().useHandle(handle -> end(handle, id, outcome));
    }

    private static void end(Handle handle, RelocationId id, Moved outcome) {
        int _ =
                switch (outcome) {
                    case Moved.Stayed(Stay why, String detail) ->
                            handle.createUpdate(STAYED)
                                    .bind("id", id.value())
                                    .bind("why", Words.of(why))
                                    .bind("detail", detail)
                                    .execute();
                    case Moved.There(var home, var active, var pause, var compared, var proof) ->
                            handle.createUpdate(MOVED)
                                    .bind("id", id.value())
                                    .bind("epoch", home.epoch())
                                    .bind("active", active)
                                    .bind("pause", pause.toMillis())
                                    .bind("compared", compared)
                                    .bind("rows", proof.map(Proof::rows).orElse(null))
                                    .bind("proof", proof.map(Proof::hash).orElse(null))
                                    .execute();
                };
    }

    @Override
    public boolean complete(RelocationId id) {
        return changed(COMPLETE, id);
    }
}
