package io.turnout.adapters.postgres;

import io.turnout.application.privacy.OrgKeys;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/// The wrapped keys of orgs in PostgreSQL. Half a minute after a key came nothing is kept under an
/// older one, and 15 seconds later every transaction that had been kept before is over.
public final class PostgresOrgKeys implements OrgKeys {
    private static final String KEYS =
            """
            select org_id, purpose, key_id, wrapped, exists (
                select from org_key newer
                where newer.org_id = org_key.org_id and newer.purpose = org_key.purpose
                and newer.key_id > org_key.key_id
                and newer.created_at < now() - interval '45 seconds') as retired
            from org_key
            """;
    private static final String ORDER = " order by org_id, purpose, key_id desc";
    private static final String FIND = KEYS + " where org_id = :org" + ORDER;
    private static final String LIST =
            KEYS
                    + """
                     where org_id in (select org_id from org_home
                        where home = :stack and org_id > :after
                        and exists (select from org_key where org_key.org_id = org_home.org_id)
                        order by org_id limit :limit)
                    """
                    + ORDER;
    private static final String REPLACING =
            """
            select distinct org_id from org_key join org_home using (org_id)
            where home = :stack
            group by org_id, purpose having count(*) > 1 order by org_id
            """;
    private static final String KEEP =
            """
            insert into org_key (org_id, purpose, key_id, wrapped)
            values (:org, :purpose, :id, :wrapped) on conflict do nothing
            """;
    private static final String NAMED =
            " where org_id = :org and purpose = :purpose and key_id = :id";
    private static final String REWRAP =
            "update org_key set wrapped = :wrapped" + NAMED + " and wrapped = :was";
    private static final String DROP =
            "delete from org_key"
                    + NAMED
                    + """
                     and exists (select from org_key newer
                        where newer.org_id = org_key.org_id and newer.purpose = org_key.purpose
                        and newer.key_id > org_key.key_id
                        and newer.created_at < now() - interval '45 seconds')
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
    public List<Wrapped> find(OrgId org) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(FIND)
                                        .bind("org", org.value())
                                        .map((row, _) -> wrapped(row))
                                        .list());
    }

    private static Wrapped wrapped(ResultSet row) throws SQLException {
        return new Wrapped(
                new Name(
                        new OrgId(row.getString("org_id")),
                        Words.read(Purpose.class, row.getString("purpose")),
                        row.getInt("key_id")),
                row.getBytes("wrapped"),
                row.getBoolean("retired"));
    }

    @Override
    public List<Wrapped> keepFirst(OrgId org, List<Wrapped> keys) {
        Gate.Entry entry = gate.tryWrite(org, handle -> keys.forEach(key -> keep(handle, key)));
        return entry == Gate.Entry.OK ? find(org) : List.of();
    }

    private static void keep(Handle handle, Wrapped key) {
        int _ = named(handle.createUpdate(KEEP), key.name()).bind("wrapped", key.key()).execute();
    }

    private static <S extends SqlStatement<S>> S named(S statement, Name name) {
        return statement
                .bind("org", name.org().value())
                .bind("purpose", Words.of(name.purpose()))
                .bind("id", name.id());
    }

    @Override
    public boolean add(Name name, byte[] wrapped) {
        return changes(name, KEEP, update -> update.bind("wrapped", wrapped));
    }

    @Override
    public boolean rewrap(Wrapped was, byte[] wrapped) {
        return changes(
                was.name(),
                REWRAP,
                update -> update.bind("wrapped", wrapped).bind("was", was.key()));
    }

    @Override
    public boolean drop(Name name) {
        return changes(name, DROP, UnaryOperator.identity());
    }

    private boolean changes(Name name, String sql, UnaryOperator<Update> binding) {
        AtomicInteger rows = new AtomicInteger();
        Gate.Entry entry =
                Patience.with(
                        () ->
                                gate.tryWrite(
                                        name.org(),
                                        handle -> rows.set(change(handle, name, sql, binding))));
        return entry == Gate.Entry.OK && rows.get() == 1;
    }

    private static int change(Handle handle, Name name, String sql, UnaryOperator<Update> binding) {
        return binding.apply(named(handle.createUpdate(sql), name)).execute();
    }

    @Override
    public List<Wrapped> list(Optional<OrgId> after, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(LIST)
                                        .bind("stack", gate.stack())
                                        .bind("after", after.map(OrgId::value).orElse(""))
                                        .bind("limit", limit)
                                        .map((row, _) -> wrapped(row))
                                        .list());
    }

    @Override
    public List<OrgId> replacing() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(REPLACING)
                                        .bind("stack", gate.stack())
                                        .map((row, _) -> new OrgId(row.getString(1)))
                                        .list());
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
