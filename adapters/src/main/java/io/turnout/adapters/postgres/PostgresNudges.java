package io.turnout.adapters.postgres;

import io.turnout.application.nudging.Nudge;
import io.turnout.application.nudging.Nudges;
import io.turnout.application.publishing.Refreshes;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/// Nudges in PostgreSQL: the message's id and what it wants, in one transaction.
public final class PostgresNudges implements Nudges {
    private static final String HEAR =
            """
            insert into nudge (org_id, digest) values (:org, :digest)
            on conflict (org_id, digest) do nothing
            """;
    private static final String FORGET =
            """
            delete from nudge where org_id = :org
            and heard_at < now() - make_interval(secs => :remembered)
            """;
    private static final String NOTE = "update org_poll set nudged_at = now() where org_id = :org";
    private static final String WANT_LICENSES =
            "update license_poll set wanted = wanted + 1 where org_id = :org";
    private static final String WANT_LINKS =
            """
            update link_poll set wanted = wanted + 1, nudged_at = now() where org_id = :org
            """;

    private final Gate gate;

    public PostgresNudges(Gate gate) {
        this.gate = gate;
    }

    @Override
    public boolean keep(Nudge nudge) {
        AtomicBoolean fresh = new AtomicBoolean();
        var _ =
                gate.tryWrite(
                        nudge.org(),
                        handle -> {
                            fresh.set(hear(handle, nudge));
                            if (fresh.get()) {
                                heed(handle, nudge);
                            }
                        });
        return fresh.get();
    }

    private static boolean hear(Handle handle, Nudge nudge) {
        int _ =
                handle.createUpdate(FORGET)
                        .bind("org", nudge.org().value())
                        .bind("remembered", LaneLease.seconds(REMEMBERED))
                        .execute();
        return handle.createUpdate(HEAR)
                        .bind("org", nudge.org().value())
                        .bind("digest", digest(nudge.id()))
                        .execute()
                == 1;
    }

    private static byte[] digest(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void heed(Handle handle, Nudge nudge) {
        switch (nudge.about()) {
            case Nudge.About.Events(var ids) -> {
                int _ = RefreshRows.want(handle, nudge.org(), ids, Refreshes.Cause.NUDGE);
                run(handle, NOTE, nudge.org());
            }
            case Nudge.About.AllEvents() -> {
                PostgresCatalogPolls.relist(handle, nudge.org());
                run(handle, NOTE, nudge.org());
            }
            case Nudge.About.Licenses() -> run(handle, WANT_LICENSES, nudge.org());
            case Nudge.About.Links() -> run(handle, WANT_LINKS, nudge.org());
        }
    }

    private static void run(Handle handle, String sql, OrgId org) {
        int _ = handle.createUpdate(sql).bind("org", org.value()).execute();
    }
}
