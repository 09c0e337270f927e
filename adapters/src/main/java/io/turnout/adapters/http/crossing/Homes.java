package io.turnout.adapters.http.crossing;

import io.turnout.application.relocation.StackStore;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.StackName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where orgs are at home, as this instance knows or remembers. What it remembers may be wrong at
/// any time, and costs a hop then: who may write is seen by the gate alone. While its own database
/// is away an instance goes by that.
final class Homes {
    /// For so long nobody looks again who may be told something old.
    static final Duration FRESH = Duration.ofSeconds(1);

    /// For so long other stacks are not asked again for an org that no stack knew.
    private static final Duration UNKNOWN = Duration.ofSeconds(10);

    private static final int REMEMBERED_MAX = 10_000;

    private final StackStore store;
    private final Function<OrgId, Optional<Home>> elsewhere;
    private final InstantSource clock;
    private final Map<OrgId, Known> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<OrgId, Known> eldest) {
                    return size() > REMEMBERED_MAX;
                }
            };

    /// @param elsewhere asks the other stacks
    Homes(StackStore store, Function<OrgId, Optional<Home>> elsewhere, InstantSource clock) {
        this.store = store;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    private record Known(Optional<Home> home, Instant seen, Instant asked) {}

    StackName here() {
        return store.stack();
    }

    /// Where it was a second ago, or is.
    Optional<Home> lately(OrgId org) {
        Known last = last(org);
        Instant now = clock.instant();
        if (last != null && last.seen().plus(FRESH).isAfter(now)) {
            return last.home();
        }
        if (last != null) {
            // One looks, and those who come meanwhile go by what was.
            keep(org, new Known(last.home(), now, last.asked()));
        }
        return now(org);
    }

    /// Where it is.
    Optional<Home> now(OrgId org) {
        try {
            Optional<Home> stored = store.home(org);
            return stored.isPresent()
                    ? remember(org, newer(stored.get(), remembered(org)))
                    : unknownHere(org);
        } catch (RuntimeException away) {
            return remembered(org);
        }
    }

    /// Who has let an org go knows where it went, and not where it went from there.
    private Home newer(Home stored, Optional<Home> remembered) {
        return stored.stack().equals(here())
                ? stored
                : remembered.filter(one -> one.epoch() > stored.epoch()).orElse(stored);
    }

    /// What this stack's own storage says, and nothing else.
    Optional<Home> stored(OrgId org) {
        return store.home(org);
    }

    private Optional<Home> remembered(OrgId org) {
        Known last = last(org);
        return last == null ? Optional.empty() : last.home();
    }

    private Optional<Home> unknownHere(OrgId org) {
        Known last = last(org);
        Instant now = clock.instant();
        if (last != null && last.asked().plus(UNKNOWN).isAfter(now)) {
            keep(org, new Known(last.home(), now, last.asked()));
            return last.home();
        }
        Optional<Home> told = elsewhere.apply(org);
        keep(org, new Known(told, now, now));
        return told;
    }

    /// Another stack said so. Where that is here, the org begins here now, which it says itself.
    void learn(OrgId org, Home told) {
        if (told.stack().equals(here())) {
            begin(org, told);
        } else {
            Optional<Home> _ = remember(org, newer(told, remembered(org)));
        }
    }

    /// What was let go to this stack begins here, if that is news.
    private void begin(OrgId org, Home told) {
        try {
            boolean _ = store.activate(org, told.epoch());
        } catch (RuntimeException away) {
            // Whoever looks next tries again.
        }
    }

    private Optional<Home> remember(OrgId org, Home home) {
        Instant now = clock.instant();
        keep(org, new Known(Optional.of(home), now, now));
        return Optional.of(home);
    }

    private @Nullable Known last(OrgId org) {
        synchronized (known) {
            return known.get(org);
        }
    }

    private void keep(OrgId org, Known one) {
        synchronized (known) {
            var _ = known.put(org, one);
        }
    }
}
