package io.turnout.adapters.postgres;

import io.turnout.application.licensing.Licenses;
import io.turnout.domain.licensing.Issued;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Licences in PostgreSQL, which also says how old each is.
public final class PostgresLicenses implements Licenses {
    private static final String FIND =
            "select number, status, confirmed_at from license where org_id = :org";
    private static final String KEEP =
            """
            insert into license (org_id, number, status) values (:org, :number, :status)
            on conflict (org_id) do update set number = excluded.number, status = excluded.status,
                confirmed_at = null, changed_at = null
            """;
    private static final String CONFIRM =
            """
            insert into license (org_id, number, status, confirmed_at, changed_at)
            values (:org, :number, :status, now(), :changed)
            on conflict (org_id) do update set number = excluded.number, status = excluded.status,
                confirmed_at = excluded.confirmed_at, changed_at = excluded.changed_at
            where license.number <> excluded.number or license.changed_at is null
                or license.changed_at <= excluded.changed_at
            """;
    private static final String STALE =
            """
            select said.org_id from unnest(:orgs, :numbers, :states)
                as said(org_id, number, status)
            join org_home on org_home.org_id = said.org_id and home = :stack
            left join license kept on kept.org_id = said.org_id
            where kept.org_id is null or kept.number <> said.number
                or kept.status <> said.status or kept.confirmed_at is null
                or kept.confirmed_at <= now() - make_interval(secs => :every)
            """;
    private static final String PAGE =
            """
            select org_id, number, status, confirmed_at, changed_at,
                extract(epoch from now() - confirmed_at)::bigint as age
            from license where org_id > :after order by org_id limit :limit
            """;

    private final Gate gate;

    public PostgresLicenses(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Optional<License> find(OrgId org) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(FIND)
                                        .bind("org", org.value())
                                        .map((row, _) -> license(org, row))
                                        .findOne());
    }

    static License license(OrgId org, ResultSet row) throws SQLException {
        return new License(
                row.getString("number"),
                Words.read(LicenseStatus.class, row.getString("status")),
                org,
                RefreshViews.moment(row, "confirmed_at"));
    }

    @Override
    public void keep(License license) {
        gate.write(
                license.org(),
                handle ->
                        handle.createUpdate(KEEP)
                                .bind("org", license.org().value())
                                .bind("number", license.number())
                                .bind("status", Words.of(license.status()))
                                .execute());
    }

    /// Most say what is kept and was confirmed lately, so that one look is all there is to do.
    @Override
    public void confirm(List<Issued> issued) {
        Set<String> stale = stale(issued);
        issued.stream().filter(one -> stale.contains(one.org().value())).forEach(this::confirm);
    }

    private Set<String> stale(List<Issued> issued) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(STALE)
                                        .bind("stack", gate.stack())
                                        .bind("every", LaneLease.seconds(CONFIRMED_EVERY))
                                        .bindArray("orgs", String.class, texts(issued, Issued::org))
                                        .bindArray(
                                                "numbers",
                                                String.class,
                                                texts(issued, Issued::number))
                                        .bindArray(
                                                "states",
                                                String.class,
                                                texts(issued, one -> Words.of(one.status())))
                                        .mapTo(String.class)
                                        .set());
    }

    private static List<String> texts(List<Issued> issued, Function<Issued, Object> column) {
        return issued.stream().map(column).map(Object::toString).toList();
    }

    private void confirm(Issued issued) {
        var _ =
                gate.tryWrite(
                        issued.org(),
                        handle ->
                                handle.createUpdate(CONFIRM)
                                        .bind("org", issued.org().value())
                                        .bind("number", issued.number())
                                        .bind("status", Words.of(issued.status()))
                                        .bind(
                                                "changed",
                                                issued.changedAt().atOffset(ZoneOffset.UTC))
                                        .execute());
    }

    @Override
    public List<Aged> page(Optional<OrgId> after, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(PAGE)
                                        .bind("after", after.map(OrgId::value).orElse(""))
                                        .bind("limit", limit)
                                        .map((row, _) -> aged(row))
                                        .list());
    }

    private static Aged aged(ResultSet row) throws SQLException {
        License license = license(new OrgId(row.getString("org_id")), row);
        Duration age = Duration.ofSeconds(row.getLong("age"));
        return new Aged(
                license,
                license.confirmedAt().map(_ -> age),
                RefreshViews.moment(row, "changed_at"));
    }
}
