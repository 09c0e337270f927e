package io.turnout.adapters.postgres;

import io.turnout.application.privacy.Vault;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AcceptDecision;
import io.turnout.domain.registration.AcceptRequest;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Earlier;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.ReleaseRequest;
import io.turnout.domain.registration.Standing;
import io.turnout.domain.registration.TendDecision;
import io.turnout.domain.registration.TendRequest;
import io.turnout.domain.registration.Undecided;
import io.turnout.domain.registration.Waiting;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// The book in PostgreSQL. Callers seal and hash for themselves, then wait together: a writer
/// decides all that wait for an org in one transaction and one commit. The rule stays a function
/// of one request.
public final class PostgresRegistrationBook implements RegistrationBook {
    private static final String EXPIRED =
            """
            select hold.org_id, hold_id from hold join org_home using (org_id)
            where status = 'active' and expires_at <= now() and home = :stack
            order by expires_at limit :limit
            """;

    /// Not where nobody may be let in: those lines stay as they are until somebody may.
    private static final String UNTENDED =
            """
            (select room.org_id, room.event_id from room
                join org_home using (org_id)
                join event on event.org_id = room.org_id and event.event_id = room.room_id
                join license on license.org_id = room.org_id
                where home = :stack and waiting > 0 and line_due_at <= now()
                and event.status = 'published' and ends_at > now() and license.status = 'active'
                order by random() limit :limit)
            union
            (select registration.org_id, event_id from registration join org_home using (org_id)
                where home = :stack and status = 'offered' and offered_until <= now()
                order by offered_until limit :limit)
            limit :limit
            """;

    /// How things stand for an org that nobody knows.
    private static final Standing UNKNOWN =
            new Standing(
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    new Earlier.Nothing(),
                    Optional.empty(),
                    Optional.empty());

    private final Gate gate;
    private final Vault vault;
    private final PersonSeal seal;
    private final AdmissionDesk desk;

    public PostgresRegistrationBook(Gate gate, Vault vault, AdmissionDesk desk) {
        this.gate = gate;
        this.vault = vault;
        this.seal = new PersonSeal(vault);
        this.desk = desk;
    }

    @Override
    public Decision decide(RegistrationRequest request, Function<Standing, Decision> rule) {
        return decide(request, rule, desk::decide);
    }

    @Override
    public Decision recall(RegistrationRequest request, Function<Standing, Decision> rule) {
        return decide(request, rule, desk::recall);
    }

    private Decision decide(
            RegistrationRequest request,
            Function<Standing, Decision> rule,
            Function<Ask<Decision>, Decision> line) {
        if (!vault.serves(request.org())) {
            return elsewhere(request.org(), rule, undecided -> undecided);
        }
        Task task = task(request);
        Decision decision = line.apply(new Ask<>(task, rule, undecided -> undecided));
        return decision instanceof Decision.Repeated(var earlier)
                        && earlier.id().equals(request.id())
                ? first(earlier)
                : decision;
    }

    /// It was kept by a commit whose answer was lost on the way, and is not a repeat to its caller.
    private static Decision first(Registration kept) {
        return kept.waiting() instanceof Waiting.Over
                ? new Decision.Admitted(kept, List.of(), Optional.empty())
                : new Decision.Waitlisted(kept);
    }

    private Task task(RegistrationRequest request) {
        Set<RoomId> rooms = new HashSet<>(request.demand().seats().keySet());
        request.hold()
                .flatMap(hold -> hold(request.org(), hold))
                .ifPresent(hold -> rooms.addAll(hold.demand().seats().keySet()));
        SealedLater sealing = new SealedLater(() -> sealed(request));
        KeyPrint print = seal.print(request);
        Optional<KeyPrint> ticket = request.ticket().map(one -> seal.print(one, print));
        return new Task.Register(request, print, ticket, sealing, rooms);
    }

    @Override
    public Decision look(RegistrationRequest request, Function<Standing, Decision> rule) {
        return vault.serves(request.org())
                ? desk.look(new Ask<>(task(request), rule, undecided -> undecided))
                : elsewhere(request.org(), rule, undecided -> undecided);
    }

    @Override
    public HoldDecision hold(HoldRequest request, Function<Standing, HoldDecision> rule) {
        return hold(request, rule, desk::decide);
    }

    @Override
    public HoldDecision lookHold(HoldRequest request, Function<Standing, HoldDecision> rule) {
        return hold(request, rule, desk::look);
    }

    @Override
    public HoldDecision recallHold(HoldRequest request, Function<Standing, HoldDecision> rule) {
        return hold(request, rule, desk::recall);
    }

    private HoldDecision hold(
            HoldRequest request,
            Function<Standing, HoldDecision> rule,
            Function<Ask<HoldDecision>, HoldDecision> line) {
        if (!vault.serves(request.org())) {
            return elsewhere(request.org(), rule, undecided -> undecided);
        }
        KeyPrint print = seal.print(request);
        Optional<KeyPrint> ticket = request.ticket().map(one -> seal.print(one, print));
        Task task = new Task.Keep(request, print, ticket, request.demand().seats().keySet());
        HoldDecision decision = line.apply(new Ask<>(task, rule, undecided -> undecided));
        return decision instanceof HoldDecision.Repeated(var earlier)
                        && earlier.id().equals(request.id())
                ? new HoldDecision.Held(earlier, List.of())
                : decision;
    }

    @Override
    public CancelDecision cancel(CancelRequest request, Function<Standing, CancelDecision> rule) {
        Optional<Registration> kept = find(request.org(), request.registration());
        if (kept.isEmpty()) {
            return new CancelDecision.UnknownRegistration(request.registration());
        }
        Task task =
                new Task.Cancel(request, kept.get().event(), kept.get().demand().seats().keySet());
        return desk.decide(new Ask<CancelDecision>(task, rule, undecided -> undecided));
    }

    @Override
    public AcceptDecision accept(AcceptRequest request, Function<Standing, AcceptDecision> rule) {
        Optional<Registration> kept = find(request.org(), request.registration());
        if (kept.isEmpty()) {
            return new AcceptDecision.UnknownRegistration(request.registration());
        }
        Task task =
                new Task.Accept(request, kept.get().event(), kept.get().demand().seats().keySet());
        return desk.decide(new Ask<AcceptDecision>(task, rule, undecided -> undecided));
    }

    @Override
    public TendDecision tend(TendRequest request) {
        return desk.decide(
                new Ask<TendDecision>(
                        new Task.Tend(request),
                        _ -> new TendDecision.Tended(),
                        undecided -> undecided));
    }

    @Override
    public List<TendRequest> untended(int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(UNTENDED)
                                        .bind("stack", gate.stack())
                                        .bind("limit", limit)
                                        .map(
                                                (row, _) ->
                                                        new TendRequest(
                                                                new OrgId(row.getString("org_id")),
                                                                new EventId(
                                                                        row.getString("event_id"))))
                                        .list());
    }

    @Override
    public ReleaseDecision release(
            ReleaseRequest request, Function<Standing, ReleaseDecision> rule) {
        Optional<Hold> kept = hold(request.org(), request.hold());
        if (kept.isEmpty()) {
            return new ReleaseDecision.UnknownHold(request.hold());
        }
        Task task =
                new Task.Release(request, kept.get().event(), kept.get().demand().seats().keySet());
        return desk.decide(new Ask<ReleaseDecision>(task, rule, undecided -> undecided));
    }

    private List<SealedPerson> sealed(RegistrationRequest request) {
        return request.attendees().stream()
                .map(one -> seal.seal(request.org(), one.id(), one.person()))
                .toList();
    }

    /// What there is to say for an org that is not served here: on another stack it may be, and
    /// what no stack knows has nothing.
    private <D> D elsewhere(
            OrgId org, Function<Standing, D> rule, Function<Undecided, D> undecided) {
        return gate.look(org) == Gate.Entry.UNKNOWN
                ? rule.apply(UNKNOWN)
                : undecided.apply(new Undecided(Undecided.Cause.RELOCATING));
    }

    private Optional<Hold> hold(OrgId org, HoldId id) {
        return Optional.ofNullable(
                gate.read(org, handle -> HoldRows.read(handle, org, List.of(id))).get(id));
    }

    @Override
    public Optional<Registration> find(OrgId org, RegistrationId id) {
        return Optional.ofNullable(
                gate.read(org, handle -> RegistrationRows.read(handle, org, List.of(id))).get(id));
    }

    @Override
    public List<ReleaseRequest> expired(int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(EXPIRED)
                                        .bind("stack", gate.stack())
                                        .bind("limit", limit)
                                        .map(
                                                (row, _) ->
                                                        new ReleaseRequest(
                                                                new OrgId(row.getString("org_id")),
                                                                new HoldId(
                                                                        row.getObject(
                                                                                "hold_id",
                                                                                UUID.class))))
                                        .list());
    }
}
