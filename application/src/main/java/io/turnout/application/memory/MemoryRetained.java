package io.turnout.application.memory;

import io.turnout.application.delivery.Outbox;
import io.turnout.application.retention.Retained;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.Seat;
import io.turnout.domain.retention.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What memory keeps of events that are over.
public final class MemoryRetained implements Retained {
    private static final Set<RegistrationStatus> NEVER_CAME =
            Set.of(RegistrationStatus.WAITLISTED, RegistrationStatus.OFFERED);

    private final MemoryStore store;
    private final InstantSource clock;

    MemoryRetained(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public long overdue(OrgId org, Kind kind, Duration period) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            return switch (kind) {
                case REGISTRATIONS, WAITLIST -> registrations(tables, kind, period).size();
                case LINKS -> links(tables, period).size();
            };
        }
    }

    private List<RegistrationId> registrations(MemoryStore.Tables org, Kind kind, Duration period) {
        return org.registrations.values().stream()
                .filter(one -> kind == Kind.REGISTRATIONS || NEVER_CAME.contains(one.status()))
                .filter(one -> isOver(org, one.event(), period))
                .filter(one -> attendees(one).stream().noneMatch(id -> isOwed(org, id)))
                .map(Registration::id)
                .toList();
    }

    private static List<AttendeeId> attendees(Registration one) {
        return one.seats().stream().map(Seat::attendee).toList();
    }

    private static boolean isOwed(MemoryStore.Tables org, AttendeeId id) {
        MemoryRow row = org.outbox.get(id);
        return row != null && row.state() != Outbox.State.SENT;
    }

    private List<LinkId> links(MemoryStore.Tables org, Duration period) {
        return org.links.values().stream()
                .filter(link -> isOver(org, link.event(), period))
                .map(link -> link.id())
                .toList();
    }

    private boolean isOver(MemoryStore.Tables org, EventId id, Duration period) {
        Event event = org.events.get(id);
        Instant since = clock.instant().minus(period);
        return event != null && event.endsAt().isBefore(since);
    }

    @Override
    public int delete(OrgId org, Kind kind, Duration period) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(org);
            return switch (kind) {
                case REGISTRATIONS, WAITLIST ->
                        (int)
                                registrations(tables, kind, period).stream()
                                        .limit(ROUND_MAX)
                                        .filter(id -> isGone(tables, id))
                                        .count();
                case LINKS ->
                        (int)
                                links(tables, period).stream()
                                        .limit(ROUND_MAX)
                                        .filter(id -> tables.links.remove(id) != null)
                                        .count();
            };
        }
    }

    private static boolean isGone(MemoryStore.Tables org, RegistrationId id) {
        Registration gone = org.registrations.remove(id);
        if (gone == null) {
            return false;
        }
        for (AttendeeId attendee : attendees(gone)) {
            var _ = org.people.remove(attendee);
            var _ = org.outbox.remove(attendee);
            var _ = org.erased.remove(attendee);
        }
        var _ = org.line.remove(id);
        var _ = org.invited.remove(id);
        org.keys.values().removeIf(kept -> isOf(kept, id));
        return true;
    }

    private static boolean isOf(MemoryStore.Kept kept, RegistrationId id) {
        return switch (kept) {
            case MemoryStore.Kept.ARegistration(_, var its) -> its.equals(id);
            case MemoryStore.Kept.Gone(var its) -> its.equals(id);
            case MemoryStore.Kept.AHold _ -> false;
        };
    }

    @Override
    public List<OrgId> orgs(Optional<OrgId> after, int limit) {
        synchronized (store) {
            return store.orgs.keySet().stream()
                    .filter(
                            org ->
                                    after.isEmpty()
                                            || org.value().compareTo(after.get().value()) > 0)
                    .sorted(Comparator.comparing(OrgId::value))
                    .limit(limit)
                    .toList();
        }
    }
}
