package io.turnout.adapters.postgres;

import io.turnout.application.connection.OrgConnections;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Connections in PostgreSQL. They move with their org, sealed as they are.
public final class PostgresOrgConnections implements OrgConnections {
    private static final String KEEP =
            """
            insert into org_connection (org_id, login_url, api_version, mapping, sealed, changed_at)
            values (:org, :url, :api, :mapping, :sealed, now())
            on conflict (org_id) do update set login_url = excluded.login_url,
                api_version = excluded.api_version, mapping = excluded.mapping,
                sealed = excluded.sealed, changed_at = excluded.changed_at,
                version = org_connection.version + 1
            returning version
            """;
    private static final String FIND = "select * from org_connection where org_id = :org";
    private static final String LIST =
            """
            select org_id, mapping, changed_at, version from org_connection
            join org_home using (org_id)
            where home = :stack and (cast(:after as text) is null or org_id > :after)
            order by org_id limit :limit
            """;
    private static final String REMOVE = "delete from org_connection where org_id = :org";
    private static final int FIRST_VERSION = 1;

    private final Gate gate;
    private final Vault vault;
    private final ConnectionSeal seal;

    public PostgresOrgConnections(Gate gate, Vault vault) {
        this.gate = gate;
        this.vault = vault;
        this.seal = new ConnectionSeal(vault);
    }

    @Override
    public Keeping keep(OrgConnection connection) {
        if (!vault.serves(connection.org())) {
            return Keeping.ELSEWHERE;
        }
        byte[] sealed = seal.seal(connection);
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, connection.org()) == Gate.Entry.OK
                                        ? keep(handle, connection, sealed)
                                        : Keeping.ELSEWHERE);
    }

    private static Keeping keep(Handle handle, OrgConnection connection, byte[] sealed) {
        int version =
                handle.createQuery(KEEP)
                        .bind("org", connection.org().value())
                        .bind("url", connection.loginUrl().toString())
                        .bind("api", connection.apiVersion())
                        .bind("mapping", connection.mapping())
                        .bind("sealed", sealed)
                        .mapTo(Integer.class)
                        .one();
        return version == FIRST_VERSION ? Keeping.FIRST : Keeping.REPLACED;
    }

    @Override
    public Optional<Kept> find(OrgId org) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(FIND)
                                        .bind("org", org.value())
                                        .map((row, _) -> Row.read(row))
                                        .findOne())
                .map(this::open);
    }

    /// Keys are fetched here if they are not at hand, and no connection to the database waits.
    private Kept open(Row row) {
        OrgId org = row.head().org();
        try {
            if (!vault.serves(org)) {
                return new Kept.Locked(row.head(), "the org is not at home here");
            }
            ConnectionSeal.Parts parts = seal.open(org, row.sealed());
            return new Kept.Open(
                    row.head(),
                    new OrgConnection(
                            org,
                            URI.create(row.loginUrl()),
                            parts.account(),
                            row.apiVersion(),
                            row.head().mapping(),
                            parts.secrets()));
        } catch (IllegalStateException unreadable) {
            return new Kept.Locked(row.head(), "its secrets cannot be opened");
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
    private record Row(Listed head, String loginUrl, String apiVersion, byte[] sealed) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    listed(row),
                    row.getString("login_url"),
                    row.getString("api_version"),
                    row.getBytes("sealed"));
        }
    }

    private static Listed listed(ResultSet row) throws SQLException {
        Instant changedAt = EventRows.instant(row, "changed_at");
        return new Listed(
                new OrgId(row.getString("org_id")),
                Source.STORED,
                row.getString("mapping"),
                Optional.of(changedAt),
                row.getLong("version") + "@" + changedAt);
    }

    @Override
    public List<Listed> list(Optional<OrgId> after, int limit) {
        @Nullable String last = after.map(OrgId::value).orElse(null);
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(LIST)
                                        .bind("stack", gate.stack())
                                        .bindByType("after", last, String.class)
                                        .bind("limit", limit)
                                        .map((row, _) -> listed(row))
                                        .list());
    }

    @Override
    public Removal remove(OrgId org) {
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                switch (gate.enter(handle, org)) {
                                    case OK -> removed(handle, org);
                                    case UNKNOWN -> Removal.UNKNOWN;
                                    case BUSY, AWAY -> Removal.ELSEWHERE;
                                });
    }

    private static Removal removed(Handle handle, OrgId org) {
        boolean found = handle.createUpdate(REMOVE).bind("org", org.value()).execute() == 1;
        return found ? Removal.REMOVED : Removal.UNKNOWN;
    }
}
