package io.turnout.adapters.postgres;

import io.turnout.application.privacy.OrgKeys;
import io.turnout.application.relocation.WrappedKey;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// The keys of an org that moves, as they are wrapped in this stack.
final class CrossingKeys {
    private static final String OF_ORG =
            """
            select purpose, key_id, wrapped, created_at from org_key where org_id = :org
            order by purpose, key_id
            """;
    private static final String KEEP =
            """
            insert into org_key (org_id, purpose, key_id, wrapped, created_at)
            values (:org, :purpose, :id, :wrapped, :created) on conflict do nothing
            """;
    private static final String DROP =
            "delete from org_key where org_id = :org and purpose = :purpose and key_id = :id";

    private CrossingKeys() {}

    static List<WrappedKey> read(Handle handle, OrgId org) {
        return handle.createQuery(OF_ORG)
                .bind("org", org.value())
                .map((row, _) -> key(org, row))
                .list();
    }

    private static WrappedKey key(OrgId org, ResultSet row) throws SQLException {
        OrgKeys.Purpose purpose = Words.read(OrgKeys.Purpose.class, row.getString("purpose"));
        return new WrappedKey(
                new OrgKeys.Name(org, purpose, row.getInt("key_id")),
                row.getBytes("wrapped"),
                Moments.read(row, "created_at"));
    }

    static void write(Handle handle, List<WrappedKey> kept, List<OrgKeys.Name> gone) {
        gone.forEach(name -> named(handle.createUpdate(DROP), name).execute());
        kept.forEach(
                key ->
                        named(handle.createUpdate(KEEP), key.name())
                                .bind("wrapped", key.wrapped())
                                .bind("created", Moments.utc(key.createdAt()))
                                .execute());
    }

    private static Update named(Update update, OrgKeys.Name name) {
        return update.bind("org", name.org().value())
                .bind("purpose", Words.of(name.purpose()))
                .bind("id", name.id());
    }
}
