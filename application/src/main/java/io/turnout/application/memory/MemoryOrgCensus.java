package io.turnout.application.memory;

import io.turnout.application.delivery.OrgCensus;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.ShownAttendee;
import io.turnout.domain.delivery.Tally;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.RegistrationStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the org in memory has.
public final class MemoryOrgCensus implements OrgCensus {
    private final MemoryOrgRecords records;

    MemoryOrgCensus(MemoryOrgRecords records) {
        this.records = records;
    }

    @Override
    public Counted count(OrgId org, EventId event) {
        List<OwedAttendee> rows = of(org, event);
        long confirmed =
                rows.stream().filter(row -> row.status() == RegistrationStatus.CONFIRMED).count();
        long cancelled =
                rows.stream().filter(row -> row.status() == RegistrationStatus.CANCELLED).count();
        return new Counted.There(new Tally(confirmed, cancelled), records.countsOf(org));
    }

    private List<OwedAttendee> of(OrgId org, EventId event) {
        return records.of(org).stream().filter(row -> row.event().equals(event)).toList();
    }

    @Override
    public Page page(OrgId org, EventId event, String after) {
        return new Page.Rows(
                of(org, event).stream()
                        .map(MemoryOrgCensus::shown)
                        .filter(row -> row.key().compareTo(after) > 0)
                        .sorted(Comparator.comparing(ShownAttendee::key))
                        .limit(PAGE_MAX)
                        .toList());
    }

    private static ShownAttendee shown(OwedAttendee row) {
        return new ShownAttendee(
                row.id().toString(),
                Optional.of(row.status()),
                Optional.of(row.place().item().value()),
                row.place().sessions().stream().map(SessionId::value).toList(),
                false);
    }
}
