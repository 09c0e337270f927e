package io.turnout.application.memory;

import io.turnout.application.rollout.OrgCalendars;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventStatus;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.rollout.OrgCalendar;
import io.turnout.domain.rollout.Span;
import io.turnout.domain.rollout.Traffic;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Calendars of orgs from what is in memory; traffic is counted as it is asked for.
public final class MemoryOrgCalendars implements OrgCalendars {
    private final MemoryStore store;
    private final InstantSource clock;

    MemoryOrgCalendars(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Map<OrgId, OrgCalendar> read(Map<OrgId, ZoneId> zones, Span period) {
        synchronized (store) {
            Map<OrgId, OrgCalendar> calendars = new HashMap<>();
            zones.forEach(
                    (org, zone) -> calendars.put(org, calendar(org, zone, store.of(org), period)));
            return calendars;
        }
    }

    private OrgCalendar calendar(OrgId org, ZoneId zone, MemoryStore.Tables tables, Span period) {
        return new OrgCalendar(
                org,
                zone,
                traffic(tables, zone),
                tables.waitingRooms.values().stream()
                        .map(WaitingRoom::startsAt)
                        .filter(period::holds)
                        .toList(),
                tables.events.values().stream()
                        .filter(event -> event.status() == EventStatus.PUBLISHED)
                        .filter(event -> event.endsAt().isAfter(event.startsAt()))
                        .map(MemoryOrgCalendars::span)
                        .filter(period::meets)
                        .toList(),
                List.of());
    }

    private static Span span(Event event) {
        return new Span(event.startsAt(), event.endsAt());
    }

    private Traffic traffic(MemoryStore.Tables tables, ZoneId zone) {
        Instant since = clock.instant().minus(Traffic.PERIOD);
        List<Long> hours = new ArrayList<>(Collections.nCopies(Traffic.HOURS, 0L));
        for (Registration one : tables.registrations.values()) {
            if (!one.createdAt().isBefore(since)) {
                int hour = one.createdAt().atZone(zone).getHour();
                hours.set(hour, hours.get(hour) + 1);
            }
        }
        return new Traffic(hours);
    }

    @Override
    public boolean count() {
        return false;
    }
}
