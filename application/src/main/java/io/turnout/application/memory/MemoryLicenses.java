package io.turnout.application.memory;

import io.turnout.application.licensing.Licenses;
import io.turnout.domain.licensing.Issued;
import io.turnout.domain.licensing.License;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Licences in memory.
public final class MemoryLicenses implements Licenses {
    private final MemoryStore store;
    private final InstantSource clock;

    MemoryLicenses(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<License> find(OrgId org) {
        synchronized (store) {
            return store.of(org).license;
        }
    }

    @Override
    public void keep(License license) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(license.org());
            tables.license = Optional.of(license);
            tables.licenseChangedAt = Optional.empty();
        }
    }

    @Override
    public void confirm(List<Issued> issued) {
        synchronized (store) {
            issued.forEach(this::confirm);
        }
    }

    private void confirm(Issued issued) {
        MemoryStore.Tables tables = store.of(issued.org());
        boolean older =
                tables.license.filter(kept -> kept.number().equals(issued.number())).isPresent()
                        && tables.licenseChangedAt.filter(issued.changedAt()::isBefore).isPresent();
        if (!older) {
            tables.license =
                    Optional.of(
                            new License(
                                    issued.number(),
                                    issued.status(),
                                    issued.org(),
                                    Optional.of(clock.instant())));
            tables.licenseChangedAt = Optional.of(issued.changedAt());
        }
    }

    @Override
    public List<Aged> page(Optional<OrgId> after, int limit) {
        synchronized (store) {
            String from = after.map(OrgId::value).orElse("");
            return store.orgs.values().stream()
                    .filter(org -> org.license.isPresent())
                    .map(org -> aged(org.license.orElseThrow(), org.licenseChangedAt))
                    .filter(one -> one.license().org().value().compareTo(from) > 0)
                    .sorted(Comparator.comparing(one -> one.license().org().value()))
                    .limit(limit)
                    .toList();
        }
    }

    private Aged aged(License license, Optional<Instant> changedAt) {
        Optional<Duration> age =
                license.confirmedAt().map(at -> Duration.between(at, clock.instant()));
        return new Aged(license, age, changedAt);
    }
}
