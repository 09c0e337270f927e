package io.turnout.adapters.postgres;

import io.turnout.application.publishing.Refreshes;
import io.turnout.application.publishing.Refreshes.Refresh;
import io.turnout.application.publishing.Refreshes.Wanted;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.Pulled;
import io.turnout.domain.publishing.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;

/// Ends a pull: each event in a transaction of its own, which keeps it and gives its lease back.
/// A pull whose lease somebody else has by now changes nothing, however late it comes.
final class RefreshSettlement {
    private static final int TRIES = 3;
    private static final Trouble REFUSED = new Trouble("the storage does not take it", List.of());
    private static final String OURS =
            """
            select 1 from event_refresh where org_id = :org and event_id = :event
            and attempt = :attempt and lease_until is not null for update
            """;
    private static final String SETTLE =
            """
            update event_refresh set settled = :wish, lease_until = null, failures = 0,
                failure = null, trouble = :trouble, trouble_fields = :fields,
                live = live and wanted > :wish,
                due_at = greatest(clock_timestamp() + make_interval(secs => :linger),
                    pulled_at + make_interval(secs => :spacing))
            where org_id = :org and event_id = :event
            """;
    private static final String POSTPONE =
            """
            update event_refresh set lease_until = null, failures = failures + 1, failure = :why,
                due_at = clock_timestamp() + make_interval(secs => :wait)
            where org_id = :org and event_id = :event and attempt = :attempt
            and lease_until is not null
            """;
    private static final String FAILURES =
            "select failures from event_refresh where org_id = :org and event_id = :event";

    private final Gate gate;

    RefreshSettlement(Gate gate) {
        this.gate = gate;
    }

    boolean settle(OrgId org, Wanted wanted, Pulled pulled) {
        for (int attempt = 1; ; attempt++) {
            try {
                return settleOnce(org, wanted, pulled);
            } catch (RuntimeException e) {
                Failure failure = Failure.of(e);
                if (failure == Failure.POISON && !(pulled instanceof Pulled.Unfit)) {
                    // What only this event's words can have caused must not hold up its neighbours.
                    return settleOnce(org, wanted, new Pulled.Unfit(pulled.event(), REFUSED));
                }
                if (failure != Failure.CONTENTION || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private boolean settleOnce(OrgId org, Wanted wanted, Pulled pulled) {
        return gate.jdbi()
                .inTransaction(
                        handle -> {
                            boolean ours =
                                    gate.enter(handle, org) == Gate.Entry.OK
                                            && isOurs(handle, org, wanted);
                            if (ours) {
                                apply(handle, org, pulled);
                                settle(handle, org, wanted, trouble(pulled));
                            }
                            return ours;
                        });
    }

    private static boolean isOurs(Handle handle, OrgId org, Wanted wanted) {
        return handle.createQuery(OURS)
                .bind("org", org.value())
                .bind("event", wanted.event().value())
                .bind("attempt", wanted.attempt())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static void apply(Handle handle, OrgId org, Pulled pulled) {
        switch (pulled) {
            case Pulled.Published(var it) -> EventKeep.keep(handle, it.event(), it.seats());
            case Pulled.Withdrawn(var event) -> EventRows.withdraw(handle, org, event);
            case Pulled.Unfit _ -> {
                // What was shown before stays.
            }
        }
    }

    private static Optional<Trouble> trouble(Pulled pulled) {
        return pulled instanceof Pulled.Unfit(_, var trouble)
                ? Optional.of(trouble)
                : Optional.empty();
    }

    private static void settle(Handle handle, OrgId org, Wanted wanted, Optional<Trouble> trouble) {
        int _ =
                handle.createUpdate(SETTLE)
                        .bind("org", org.value())
                        .bind("event", wanted.event().value())
                        .bind("wish", wanted.wish())
                        .bind("linger", LaneLease.seconds(Refreshes.LINGER))
                        .bind("spacing", LaneLease.seconds(Refreshes.SPACING))
                        .bind("trouble", trouble.map(Trouble::why).orElse(null))
                        .bindArray(
                                "fields",
                                String.class,
                                trouble.map(Trouble::fields).orElse(List.of()))
                        .execute();
    }

    void postpone(Refresh refresh, String why) {
        var _ =
                gate.tryWrite(
                        refresh.org(),
                        handle ->
                                refresh.events().stream()
                                        .sorted((a, b) -> id(a).compareTo(id(b)))
                                        .forEach(one -> postpone(handle, refresh.org(), one, why)));
    }

    private static String id(Wanted wanted) {
        return wanted.event().value();
    }

    private static void postpone(Handle handle, OrgId org, Wanted wanted, String why) {
        int failures =
                handle.createQuery(FAILURES)
                        .bind("org", org.value())
                        .bind("event", id(wanted))
                        .mapTo(Integer.class)
                        .one();
        double chance = ThreadLocalRandom.current().nextDouble();
        int _ =
                handle.createUpdate(POSTPONE)
                        .bind("org", org.value())
                        .bind("event", id(wanted))
                        .bind("attempt", wanted.attempt())
                        .bind("why", why)
                        .bind(
                                "wait",
                                LaneLease.seconds(Refreshes.RETRY.after(failures + 1, chance)))
                        .execute();
    }
}
