package io.turnout.adapters.postgres;

import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/// Who of one org is to be forgotten, and by what they are found: by the n-th of `finders` whoever
/// the n-th of `wishes` is about.
///
/// @param keys the org's keys of which there is a finder of everybody
record Sought(OrgId org, List<byte[]> finders, List<UUID> wishes, Set<Integer> keys) {
    /// Begins a statement that reads `sought`: each finder with when its wish was asked.
    static final String SOUGHT =
            """
            with sought as (
                select finder, erasure.erasure_id, asked_at
                from unnest(cast(:finders as bytea[]), cast(:wishes as uuid[]))
                    as one (finder, erasure_id)
                join erasure on erasure.org_id = :org and erasure.erasure_id = one.erasure_id
            )
            """;

    static Sought of(Vault vault, List<Turn> turns) {
        OrgId org = turns.getFirst().org();
        List<byte[]> finders = new ArrayList<>();
        List<UUID> wishes = new ArrayList<>();
        Set<Integer> keys = new HashSet<>();
        for (Turn turn : turns) {
            Map<Integer, byte[]> one = vault.finders(org, turn.wish().bytes());
            boolean _ = wishes.isEmpty() ? keys.addAll(one.keySet()) : keys.retainAll(one.keySet());
            finders.addAll(one.values());
            one.keySet().forEach(_ -> wishes.add(turn.wish().id().value()));
        }
        return new Sought(org, finders, wishes, keys);
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        return statement
                .bind("org", org.value())
                .bind("finders", new ByteaArray(finders))
                .bindArray("wishes", UUID.class, wishes);
    }
}
