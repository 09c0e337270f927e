package io.turnout.adapters.postgres;

import io.turnout.application.erasure.Erasures;
import io.turnout.application.erasure.Erasures.Asking;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.org.OrgId;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/// Keeps who wants to be forgotten, known by a keyed hash alone.
final class ErasureWishes {
    private static final String ASK =
            """
            insert into erasure (org_id, erasure_id, email_digest, asked_at)
            select :org, :id, :digest, clock_timestamp()
            where (select count(*) from (select from erasure
                where org_id = :org and state <> 'done' limit :max) as waiting) < :max
            on conflict (org_id, erasure_id) do nothing
            """;
    private static final String IS_KEPT =
            """
            select exists (select from erasure where org_id = :org and erasure_id = :id)
            """;
    private static final String ASK_AGAIN =
            """
            insert into erasure (org_id, erasure_id, email_digest, asked_at)
            values (:org, :id, :digest, :asked)
            on conflict (org_id, erasure_id) do nothing
            """;
    private final Gate gate;

    ErasureWishes(Gate gate) {
        this.gate = gate;
    }

    Asking ask(OrgId org, ErasureId id, byte[] digest) {
        AtomicBoolean kept = new AtomicBoolean();
        Gate.Entry entry =
                Patience.with(
                        () ->
                                gate.tryWrite(
                                        org, handle -> kept.set(isAsked(handle, org, id, digest))));
        if (entry != Gate.Entry.OK) {
            return Asking.ELSEWHERE;
        }
        return kept.get() ? Asking.KEPT : Asking.FULL;
    }

    private static boolean isAsked(Handle handle, OrgId org, ErasureId id, byte[] digest) {
        int rows =
                handle.createUpdate(ASK)
                        .bind("org", org.value())
                        .bind("id", id.value())
                        .bind("digest", digest)
                        .bind("max", Erasures.WAITING_MAX)
                        .execute();
        return rows == 1
                || handle.createQuery(IS_KEPT)
                        .bind("org", org.value())
                        .bind("id", id.value())
                        .mapTo(Boolean.class)
                        .one();
    }

    boolean askAgain(LedgerEntry done) {
        AtomicBoolean missing = new AtomicBoolean();
        Gate.Entry entry =
                gate.tryWrite(
                        done.org(),
                        handle -> {
                            missing.set(
                                    LedgerRows.find(handle, done.org(), done.what().id())
                                            .isEmpty());
                            if (missing.get()) {
                                askAgain(handle, done);
                            }
                        });
        return entry == Gate.Entry.OK && missing.get();
    }

    private static void askAgain(Handle handle, LedgerEntry done) {
        int _ =
                handle.createUpdate(ASK_AGAIN)
                        .bind("org", done.org().value())
                        .bind("id", done.what().id().value())
                        .bind("digest", done.what().bytes())
                        .bind("asked", LedgerRows.utc(done.what().asked()))
                        .execute();
    }
}
