package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Switch;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What was said about flags as rows: one for each flag, kind and audience.
final class FlagRows {
    static final String EVERYBODY = "*";
    static final String KILLED = "killed";
    static final String FORCED = "forced";
    static final String ALLOWED = "allowed";

    private static final String SAY =
            """
            insert into flag_rule (flag, kind, audience, turned, until, actor, reason, at)
            select :flag, :kind, audience, :turned, :until, :actor, :reason, clock_timestamp()
            from unnest(:audiences) as audience
            on conflict (flag, kind, audience) do update set turned = excluded.turned,
                until = excluded.until, actor = excluded.actor, reason = excluded.reason,
                at = excluded.at
            """;
    private static final String TAKE_BACK =
            """
            delete from flag_rule
            where flag = :flag and kind = :kind and audience = any(:audiences)
            """;

    private FlagRows() {}

    static void write(Handle handle, FlagChange change, Author author) {
        switch (change) {
            case FlagChange.Kill _ -> say(handle, change, author, KILLED);
            case FlagChange.Lift _ -> takeBack(handle, change, KILLED);
            case FlagChange.Force _ -> say(handle, change, author, FORCED);
            case FlagChange.Release _ -> takeBack(handle, change, FORCED);
            case FlagChange.Allow _ -> say(handle, change, author, ALLOWED);
            case FlagChange.Withdraw _ -> takeBack(handle, change, ALLOWED);
        }
    }

    private static void say(Handle handle, FlagChange change, Author author, String kind) {
        @Nullable Switch turned = change instanceof FlagChange.Force force ? force.to() : null;
        @Nullable Instant until =
                change instanceof FlagChange.Force force ? force.until().orElse(null) : null;
        int _ =
                handle.createUpdate(SAY)
                        .bind("flag", change.flag().key())
                        .bind("kind", kind)
                        .bind("turned", turned == null ? null : Words.of(turned))
                        .bind("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                        .bind("actor", author.actor())
                        .bind("reason", author.reason())
                        .bindArray("audiences", String.class, audiences(change))
                        .execute();
    }

    private static void takeBack(Handle handle, FlagChange change, String kind) {
        int _ =
                handle.createUpdate(TAKE_BACK)
                        .bind("flag", change.flag().key())
                        .bind("kind", kind)
                        .bindArray("audiences", String.class, audiences(change))
                        .execute();
    }

    private static List<String> audiences(FlagChange change) {
        return switch (change.audience()) {
            case Audience.Everybody() -> List.of(EVERYBODY);
            case Audience.Orgs(var orgs) -> ids(orgs);
        };
    }

    static List<String> ids(Set<OrgId> orgs) {
        return orgs.stream().map(OrgId::value).sorted().toList();
    }

    static Set<OrgId> orgs(Array ids) throws SQLException {
        return Stream.of((String[]) ids.getArray())
                .map(OrgId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
