package io.turnout.adapters.postgres;

import io.turnout.application.setting.InstanceReports;
import io.turnout.domain.setting.Fare;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What instances say of themselves, in PostgreSQL: a row each, and none for long after its last
/// word.
public final class PostgresInstanceReports implements InstanceReports {
    private static final String KEEP =
            """
            insert into instance_report (instance, at, well, failures, p99_millis)
            values (:instance, clock_timestamp(), :well, :failures, :p99)
            on conflict (instance) do update set at = excluded.at, well = excluded.well,
                failures = excluded.failures, p99_millis = excluded.p99_millis
            """;
    private static final String TIDY =
            "delete from instance_report where at < clock_timestamp() - interval '1 day'";
    private static final String ALL =
            """
            select * from instance_report where at > clock_timestamp() - interval '5 minutes'
            order by instance limit 500
            """;
    private static final String NOW = "select clock_timestamp()";

    private final Gate gate;

    public PostgresInstanceReports(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void keep(String instance, boolean well, double failures, double p99Millis) {
        gate.jdbi()
                .useHandle(
                        handle -> {
                            int _ =
                                    handle.createUpdate(KEEP)
                                            .bind("instance", instance)
                                            .bind("well", well)
                                            .bind("failures", failures)
                                            .bind("p99", p99Millis)
                                            .execute();
                            int _ = handle.createUpdate(TIDY).execute();
                        });
    }

    @Override
    public List<Fare.Report> all() {
        return gate.jdbi().withHandle(PostgresInstanceReports::all);
    }

    private static List<Fare.Report> all(Handle handle) {
        return handle.createQuery(ALL)
                .map(
                        (row, _) ->
                                new Fare.Report(
                                        row.getString("instance"),
                                        Moments.read(row, "at"),
                                        row.getBoolean("well"),
                                        row.getDouble("failures"),
                                        row.getDouble("p99_millis")))
                .list();
    }

    @Override
    public Fare fare() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                Fare.of(
                                        all(handle),
                                        handle.createQuery(NOW).mapTo(Instant.class).one()));
    }
}
