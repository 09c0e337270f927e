package io.turnout.application.memory;

import io.turnout.application.attendeelink.SealedLink;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.licensing.License;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Earlier;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.Invitation;
import io.turnout.domain.registration.InviteeId;
import io.turnout.domain.registration.Line;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.Offer;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.Standing;
import io.turnout.domain.registration.WaitlistRule;
import io.turnout.domain.waitingroom.Ticket;
import io.turnout.domain.waitingroom.WaitingRoom;
import io.turnout.domain.waitingroom.WaitingRoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the twins of the storage ports share: one org's worth of maps per org. Guarded by its own
/// monitor; every twin holds it for the whole of a call, which is what a transaction is here.
final class MemoryStore {
    final Map<OrgId, Tables> orgs = new LinkedHashMap<>();

    Tables of(OrgId org) {
        return orgs.computeIfAbsent(org, _ -> new Tables());
    }

    static final class Tables {
        final Map<EventId, Event> events = new TreeMap<>(Comparator.comparing(EventId::value));
        final Map<EventId, Long> versions = new LinkedHashMap<>();
        final Map<EventId, Map<RoomId, Capacity>> rooms = new LinkedHashMap<>();
        final Map<EventId, MemoryWish> wishes = new TreeMap<>(Comparator.comparing(EventId::value));
        final Map<String, Instant> nudges = new LinkedHashMap<>();
        Optional<MemoryPoll> catalogPoll = Optional.empty();
        Optional<MemoryPoll> licensePoll = Optional.empty();
        Optional<MemoryPoll> linkPoll = Optional.empty();
        final Map<InviteeId, MemoryOwedLinks.Row> minted =
                new TreeMap<>(Comparator.comparing(InviteeId::value));
        Optional<Instant> licenseChangedAt = Optional.empty();
        Instant refreshedAt = Instant.MIN;
        final Map<IdempotencyKey, Kept> keys = new LinkedHashMap<>();
        final Map<RegistrationId, Registration> registrations = new LinkedHashMap<>();
        final Map<RegistrationId, RegistrationRequest> line = new LinkedHashMap<>();
        final Map<LinkId, SealedLink> links = new LinkedHashMap<>();
        final Map<LinkId, UploadId> uploaded = new LinkedHashMap<>();
        final Map<UploadId, MemoryLinkUploads.Kept> uploads = new LinkedHashMap<>();
        final Map<RegistrationId, LinkId> invited = new LinkedHashMap<>();
        final Map<AttendeeId, Person> people = new LinkedHashMap<>();
        final Map<AttendeeId, ErasureId> erased = new LinkedHashMap<>();
        final Map<InviteeId, ErasureId> uninvited = new LinkedHashMap<>();
        final Map<LinkId, Instant> linksKept = new LinkedHashMap<>();
        final Map<ErasureId, MemoryErasure> erasures = new LinkedHashMap<>();
        final List<LedgerEntry> ledger = new ArrayList<>();
        final Map<HoldId, Hold> holds = new LinkedHashMap<>();
        final Map<AttendeeId, MemoryRow> outbox = new LinkedHashMap<>();
        final Map<EventId, MemoryLane> lanes = new LinkedHashMap<>();
        final List<MemoryBacklog.Job> jobs = new ArrayList<>();
        final Map<EventId, Instant> linksFree = new LinkedHashMap<>();
        final Map<EventId, Instant> countsOwed = new LinkedHashMap<>();
        final Map<RoomId, MemorySeatCounts.Told> told = new LinkedHashMap<>();
        final Set<Used> usedTickets = new HashSet<>();
        final Map<EventId, WaitingRoom> waitingRooms = new LinkedHashMap<>();
        Optional<License> license = Optional.empty();

        Standing standing(EventId event, Instant now, Earlier earlier) {
            return new Standing(
                    now,
                    Optional.ofNullable(events.get(event))
                            .map(kept -> new Offer(kept.status(), kept.startsAt(), kept.endsAt())),
                    license,
                    Map.copyOf(rooms.getOrDefault(event, Map.of())),
                    earlier,
                    Optional.empty(),
                    Optional.empty(),
                    new Line(waiting(event), WaitlistRule.USUAL.max(), false));
        }

        /// How a link stands, if it is kept.
        Optional<Invitation> invitation(LinkId link) {
            return Optional.ofNullable(links.get(link)).map(kept -> invitation(kept));
        }

        private Invitation invitation(SealedLink link) {
            Invitation stands = new Invitation(link.event(), link.uses(), new TreeMap<>());
            for (RegistrationId registration : registrations(link.id())) {
                stands = stands.usedBy(registration);
            }
            return stands;
        }

        /// Who came by a link and did not cancel.
        List<RegistrationId> registrations(LinkId link) {
            return registrations.values().stream()
                    .filter(one -> link.equals(invited.get(one.id())))
                    .filter(one -> one.status() != RegistrationStatus.CANCELLED)
                    .map(Registration::id)
                    .toList();
        }

        /// The link by which an attendee came, where nobody came by it after them.
        Optional<LinkId> linkOf(AttendeeId attendee) {
            Optional<LinkId> theirs = Optional.empty();
            for (Registration one : registrations.values()) {
                Optional<LinkId> by = Optional.ofNullable(invited.get(one.id()));
                if (one.seats().stream().anyMatch(seat -> seat.attendee().equals(attendee))) {
                    theirs = by;
                } else if (by.equals(theirs) && one.status() != RegistrationStatus.WAITLISTED) {
                    theirs = Optional.empty();
                }
            }
            return theirs;
        }

        int waiting(EventId event) {
            return (int) line.values().stream().filter(one -> one.event().equals(event)).count();
        }

        void put(EventId event, List<Capacity> capacities) {
            Map<RoomId, Capacity> kept = rooms.computeIfAbsent(event, _ -> new LinkedHashMap<>());
            capacities.forEach(capacity -> kept.put(capacity.room(), capacity));
        }
    }

    /// A number that has let somebody in.
    record Used(WaitingRoomId room, long number) {
        static Used of(Ticket ticket) {
            return new Used(ticket.room(), ticket.number());
        }
    }

    /// What a key stands for: the request it came with, and what that became.
    sealed interface Kept {
        record ARegistration(Object request, RegistrationId id) implements Kept {}

        record AHold(Object request, HoldId id) implements Kept {}

        record Gone(RegistrationId id) implements Kept {}
    }
}
