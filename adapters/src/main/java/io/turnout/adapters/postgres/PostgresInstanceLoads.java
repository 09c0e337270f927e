package io.turnout.adapters.postgres;

import io.turnout.application.scaling.InstanceLoads;
import io.turnout.domain.scaling.InstanceLoad;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What instances say of their load, in PostgreSQL: a row each, and none for long after its last
/// word.
public final class PostgresInstanceLoads implements InstanceLoads {
    private static final String KEEP =
            """
            insert into instance_load (instance, release, since, at, in_flight, queued, cpu)
            values (:instance, :release, :since, clock_timestamp(), :inFlight, :queued, :cpu)
            on conflict (instance) do update set release = excluded.release,
                since = excluded.since, at = excluded.at, in_flight = excluded.in_flight,
                queued = excluded.queued, cpu = excluded.cpu
            """;
    private static final String TIDY =
            "delete from instance_load where at < clock_timestamp() - interval '1 day'";
    private static final String ALL =
            """
            select * from instance_load where at > clock_timestamp() - interval '5 minutes'
            order by instance limit 500
            """;

    private final Gate gate;

    public PostgresInstanceLoads(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void keep(InstanceLoad load) {
        gate.jdbi()
                .useHandle(
                        handle -> {
                            int _ =
                                    handle.createUpdate(KEEP)
                                            .bind("instance", load.instance())
                                            .bind("release", load.release().orElse(null))
                                            .bind("since", Moments.utc(load.since()))
                                            .bind("inFlight", load.inFlight())
                                            .bind("queued", load.queued())
                                            .bind("cpu", load.cpu())
                                            .execute();
                            int _ = handle.createUpdate(TIDY).execute();
                        });
    }

    @Override
    public List<InstanceLoad.Heard> all() {
        return gate.jdbi()
                .withHandle(handle -> handle.createQuery(ALL).map((row, _) -> read(row)).list());
    }

    private static InstanceLoad.Heard read(ResultSet row) throws SQLException {
        return new InstanceLoad.Heard(
                new InstanceLoad(
                        row.getString("instance"),
                        Optional.ofNullable(row.getString("release")),
                        Moments.read(row, "since"),
                        row.getDouble("in_flight"),
                        row.getInt("queued"),
                        row.getDouble("cpu")),
                Moments.read(row, "at"));
    }
}
