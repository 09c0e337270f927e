package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;

/// Somebody who keeps the row of an org for half a second, twice as long as a visitor waits.
final class Held {
    private Held() {}

    /// Does something in the meantime.
    static void meanwhile(Jdbi jdbi, String table, OrgId org, Runnable work)
            throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        String lock = "select 1 from " + table + " where org_id = ? for update";
        Thread holder =
                Thread.ofPlatform()
                        .start(
                                () ->
                                        jdbi.useTransaction(
                                                handle -> {
                                                    int _ = handle.execute(lock, org.value());
                                                    held.countDown();
                                                    int _ = handle.execute("select pg_sleep(0.5)");
                                                }));
        held.await();
        work.run();
        holder.join();
    }
}
