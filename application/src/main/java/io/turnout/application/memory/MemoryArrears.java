package io.turnout.application.memory;

import io.turnout.application.delivery.Arrears;
import io.turnout.application.delivery.Outbox.State;
import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is owed to all orgs of the memory.
public final class MemoryArrears implements Arrears {
    private final MemoryStore store;

    MemoryArrears(MemoryStore store) {
        this.store = store;
    }

    @Override
    public List<OfOrg> worst(int limit) {
        synchronized (store) {
            return store.orgs.entrySet().stream()
                    .map(org -> ofOrg(org.getKey(), org.getValue().outbox.values()))
                    .filter(one -> one.waiting() + one.setAside() > 0)
                    .sorted(
                            Comparator.comparingLong(OfOrg::setAside)
                                    .reversed()
                                    .thenComparing(one -> one.oldest().orElse(Instant.MAX))
                                    .thenComparing(one -> one.org().value()))
                    .limit(limit)
                    .toList();
        }
    }

    private static OfOrg ofOrg(OrgId org, Collection<MemoryRow> rows) {
        List<MemoryRow> waiting =
                rows.stream().filter(row -> row.state() == State.WAITING).toList();
        return new OfOrg(
                org,
                waiting.size(),
                rows.stream().filter(row -> row.state() == State.SET_ASIDE).count(),
                waiting.stream().map(MemoryRow::owedAt).min(Comparator.naturalOrder()),
                Optional.empty());
    }
}
