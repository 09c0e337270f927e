package io.turnout.adapters.postgres;

import io.turnout.application.licensing.Licenses;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Licences in PostgreSQL.
public final class PostgresLicenses implements Licenses {
    private static final String FIND = "select number, status from license where org_id = :org";
    private static final String KEEP =
            """
            insert into license (org_id, number, status) values (:org, :number, :status)
            on conflict (org_id) do update set number = excluded.number, status = excluded.status
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
                org);
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
}
