package io.turnout.adapters.postgres;

import io.turnout.application.privacy.OrgKeys;
import io.turnout.domain.org.OrgId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The wrapped keys of orgs in PostgreSQL.
public final class PostgresOrgKeys implements OrgKeys {
    private static final String FIND =
            """
            select distinct on (purpose) purpose, key_id, wrapped
            from org_key where org_id = :org order by purpose, key_id desc
            """;
    private static final String KEEP =
            """
            insert into org_key (org_id, purpose, key_id, wrapped)
            values (:org, :purpose, :id, :wrapped) on conflict do nothing
            """;
    private static final String ON_SALE =
            """
            select distinct event.org_id from event join org_home using (org_id)
            where status = 'published' and ends_at > now() and home = :stack
            order by event.org_id limit :limit
            """;

    private final Gate gate;

    public PostgresOrgKeys(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Optional<Map<Purpose, Wrapped>> find(OrgId org) {
        Map<Purpose, Wrapped> found = gate.jdbi().withHandle(handle -> read(handle, org));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private static Map<Purpose, Wrapped> read(Handle handle, OrgId org) {
        Map<Purpose, Wrapped> keys = new EnumMap<>(Purpose.class);
        handle.createQuery(FIND)
                .bind("org", org.value())
                .map(
                        (row, _) ->
                                Map.entry(
                                        Words.read(Purpose.class, row.getString("purpose")),
                                        new Wrapped(row.getInt("key_id"), row.getBytes("wrapped"))))
                .forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
        return keys;
    }

    @Override
    public Optional<Map<Purpose, Wrapped>> keepFirst(OrgId org, Map<Purpose, Wrapped> keys) {
        Gate.Entry entry =
                gate.tryWrite(
                        org, handle -> keys.forEach((why, key) -> keep(handle, org, why, key)));
        return entry == Gate.Entry.OK ? find(org) : Optional.empty();
    }

    private static void keep(Handle handle, OrgId org, Purpose purpose, Wrapped key) {
        int _ =
                handle.createUpdate(KEEP)
                        .bind("org", org.value())
                        .bind("purpose", Words.of(purpose))
                        .bind("id", key.id())
                        .bind("wrapped", key.key())
                        .execute();
    }

    @Override
    public List<OrgId> onSale(int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(ON_SALE)
                                        .bind("stack", gate.stack())
                                        .bind("limit", limit)
                                        .map((row, _) -> new OrgId(row.getString(1)))
                                        .list());
    }
}
