package io.turnout.adapters.postgres;

import io.turnout.application.licensing.LicensePolls;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When the vendor's own org is asked for licences, in PostgreSQL.
public final class PostgresLicensePolls implements LicensePolls {
    private static final String WATCH =
            "insert into license_poll (org_id) values (:org) on conflict (org_id) do nothing";
    private static final String DUE =
            """
            select license_poll.org_id from license_poll
            join org_home on org_home.org_id = license_poll.org_id and home = :stack
            where (lease_until is null or lease_until <= now()) and (polled_at is null
                or polled_at <= now() - make_interval(secs =>
                    case when wanted > settled then least(:spacing, :every) else :every end))
            """;
    private static final String CLAIM =
            """
            update license_poll set attempt = attempt + 1, polled_at = clock_timestamp(),
                lease_until = clock_timestamp() + make_interval(secs => :lease)
            where org_id = :org and (lease_until is null or lease_until <= now())
            returning attempt, wanted
            """;
    private static final String SETTLE =
            """
            update license_poll set lease_until = null, settled = :wish,
                succeeded_at = case when cast(:failure as text) is null then now()
                    else succeeded_at end,
                failed_at = case when cast(:failure as text) is null then null else now() end,
                failure = :failure
            where org_id = :org and attempt = :attempt and lease_until is not null
            """;
    private static final String LOOK =
            """
            select license_poll.* from license_poll
            join org_home on org_home.org_id = license_poll.org_id and home = :stack
            order by license_poll.org_id
            """;

    private final Gate gate;

    public PostgresLicensePolls(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void watch(OrgId vendor) {
        var _ =
                gate.tryWrite(
                        vendor,
                        handle -> handle.createUpdate(WATCH).bind("org", vendor.value()).execute());
    }

    @Override
    public Optional<Poll> take(Duration every) {
        return gate
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(DUE)
                                        .bind("stack", gate.stack())
                                        .bind("spacing", LaneLease.seconds(SPACING))
                                        .bind("every", LaneLease.seconds(every))
                                        .map((row, _) -> new OrgId(row.getString(1)))
                                        .list())
                .stream()
                .flatMap(vendor -> claim(vendor).stream())
                .findFirst();
    }

    private Optional<Poll> claim(OrgId vendor) {
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, vendor) == Gate.Entry.OK
                                        ? handle.createQuery(CLAIM)
                                                .bind("org", vendor.value())
                                                .bind("lease", LaneLease.seconds(LEASE))
                                                .map((row, _) -> poll(vendor, row))
                                                .findOne()
                                        : Optional.empty());
    }

    private static Poll poll(OrgId vendor, ResultSet row) throws SQLException {
        return new Poll(vendor, row.getLong("attempt"), row.getLong("wanted"));
    }

    @Override
    public void settle(Poll poll, Optional<String> failure) {
        var _ =
                gate.tryWrite(
                        poll.vendor(),
                        handle ->
                                handle.createUpdate(SETTLE)
                                        .bind("org", poll.vendor().value())
                                        .bind("attempt", poll.attempt())
                                        .bind("wish", poll.wish())
                                        .bind("failure", failure.orElse(null))
                                        .execute());
    }

    @Override
    public List<View> look() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(LOOK)
                                        .bind("stack", gate.stack())
                                        .map((row, _) -> view(row))
                                        .list());
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                new OrgId(row.getString("org_id")),
                RefreshViews.moment(row, "succeeded_at"),
                RefreshViews.moment(row, "failed_at"),
                Optional.ofNullable(row.getString("failure")));
    }
}
