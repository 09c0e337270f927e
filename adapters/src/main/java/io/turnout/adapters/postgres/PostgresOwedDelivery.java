package io.turnout.adapters.postgres;

import io.turnout.application.scaling.OwedDelivery;
import io.turnout.domain.scaling.Load;

/// What waits in the outbox, lane by lane, beside what its org said of its calls.
public final class PostgresOwedDelivery implements OwedDelivery {
    private static final String NOW =
            """
            select coalesce(sum(w.rows) filter (where not w.nearly), 0) as free,
                coalesce(sum(w.rows) filter (where w.nearly), 0) as held_back
            from (
                select coalesce(
                        b.calls_of > 0 and b.calls_used >= b.calls_of * :nearly, false) as nearly,
                    (select count(*) from (
                        select from outbox where org_id = l.org_id and event_id = l.event_id
                        and state = 'waiting' limit :most) r) as rows
                from lane l join org_home h on h.org_id = l.org_id
                left join outbound b on b.org_id = l.org_id
                where l.owed and h.home = :stack) w
            """;

    private final Gate gate;

    public PostgresOwedDelivery(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Load.Owed now() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(NOW)
                                        .bind("nearly", Load.Owed.NEARLY_ALL)
                                        .bind("most", Load.Owed.COUNTED_MAX)
                                        .bind("stack", gate.stack())
                                        .map(
                                                (row, _) ->
                                                        new Load.Owed(
                                                                row.getLong("free"),
                                                                row.getLong("held_back")))
                                        .one());
    }
}
