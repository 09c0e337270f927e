package io.turnout.bench;

import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.application.privacy.Vault.Subject;
import io.turnout.application.privacy.Vault.Use;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.AcceptDecision;
import io.turnout.domain.registration.AcceptRequest;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.CancelRequest;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.DeliveryState;
import io.turnout.domain.registration.HoldDecision;
import io.turnout.domain.registration.HoldRequest;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import io.turnout.domain.registration.ReleaseDecision;
import io.turnout.domain.registration.ReleaseRequest;
import io.turnout.domain.registration.Standing;
import io.turnout.domain.registration.TendDecision;
import io.turnout.domain.registration.TendRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The design most take: a transaction for every registration, which inserts its rows and then
/// raises each counter where there is room. It writes what ours writes, through the same gate and
/// as well sealed. Only the bench uses it.
final class RowPerTransactionBook implements RegistrationBook {
    private static final String COUNT =
            """
            update room set taken = taken + 1 where org_id = :org and room_id = :room
            and (seats is null or taken + held < seats)
            """;
    private static final List<String> INSERTS =
            List.of(
                    """
                    insert into idempotency_key
                        (org_id, key_digest, request_digest, registration_id, created_at)
                    values (:org, :key, :request, :registration, now())
                    """,
                    """
                    insert into registration
                        (org_id, registration_id, event_id, status, created_at)
                    values (:org, :registration, :event, 'confirmed', now())
                    """,
                    """
                    insert into attendee (org_id, attendee_id, registration_id, event_id, ordinal,
                        item_id, session_ids, status, person, email_digest)
                    values (:org, :attendee, :registration, :event, 0, :item,
                        string_to_array(:sessions, ' '), 'confirmed', :person, :email)
                    """,
                    """
                    insert into record_key (org_id, record_id, wrapped)
                    values (:org, :attendee, :wrapped)
                    """,
                    """
                    insert into outbox (org_id, attendee_id, event_id, owed_at, due_at)
                    values (:org, :attendee, :event, now(), now())
                    """,
                    """
                    insert into lane (org_id, event_id) values (:org, :event)
                    on conflict (org_id, event_id) do update set owed = true where not lane.owed
                    """);

    private final Jdbi jdbi;
    private final Vault vault;
    private final RegistrationBook others;

    RowPerTransactionBook(Jdbi jdbi, Vault vault, RegistrationBook others) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.others = others;
    }

    @Override
    public Decision decide(RegistrationRequest request, Function<Standing, Decision> rule) {
        Attendee attendee = request.attendees().getFirst();
        OrgId org = request.org();
        Sealed person =
                vault.seal(
                        new Subject(org, "attendee", attendee.id().value(), "person"),
                        attendee.person().email().getBytes(StandardCharsets.UTF_8));
        return jdbi.inTransaction(handle -> decide(handle, request, person));
    }

    private Decision decide(Handle handle, RegistrationRequest request, Sealed person) {
        handle.createQuery("select org_enter(:org, :stack)")
                .bind("org", request.org().value())
                .bind("stack", BenchHouse.STACK)
                .mapTo(String.class)
                .one();
        insert(handle, request, person);
        for (RoomId room : request.demand().seats().keySet()) {
            int counted =
                    handle.createUpdate(COUNT)
                            .bind("org", request.org().value())
                            .bind("room", room.id())
                            .execute();
            if (counted == 0) {
                handle.rollback();
                return new Decision.Full(room, 0);
            }
        }
        return new Decision.Admitted(kept(request), List.of(), Optional.empty());
    }

    private void insert(Handle handle, RegistrationRequest request, Sealed person) {
        Attendee attendee = request.attendees().getFirst();
        OrgId org = request.org();
        byte[] key = vault.digest(org, Use.IDEMPOTENCY_KEY, request.key().value());
        byte[] content = vault.digest(org, Use.REQUEST, attendee.person().email());
        byte[] email = vault.finder(org, attendee.person().email());
        for (String sql : INSERTS) {
            int _ =
                    handle.createUpdate(sql)
                            .bind("org", org.value())
                            .bind("key", key)
                            .bind("request", content)
                            .bind("registration", request.id().value())
                            .bind("event", request.event().value())
                            .bind("attendee", attendee.id().value())
                            .bind("item", attendee.place().item().value())
                            .bind("sessions", attendee.place().sessions().getFirst().value())
                            .bind("person", person.ciphertext())
                            .bind("wrapped", person.wrappedKey())
                            .bind("email", email)
                            .execute();
        }
    }

    private static Registration kept(RegistrationRequest request) {
        return new Registration(
                request.id(),
                request.org(),
                request.event(),
                request.seats(),
                Instant.EPOCH,
                RegistrationStatus.CONFIRMED,
                DeliveryState.PENDING);
    }

    @Override
    public Decision look(RegistrationRequest request, Function<Standing, Decision> rule) {
        return others.look(request, rule);
    }

    @Override
    public HoldDecision hold(HoldRequest request, Function<Standing, HoldDecision> rule) {
        return others.hold(request, rule);
    }

    @Override
    public HoldDecision lookHold(HoldRequest request, Function<Standing, HoldDecision> rule) {
        return others.lookHold(request, rule);
    }

    @Override
    public CancelDecision cancel(CancelRequest request, Function<Standing, CancelDecision> rule) {
        return others.cancel(request, rule);
    }

    @Override
    public ReleaseDecision release(
            ReleaseRequest request, Function<Standing, ReleaseDecision> rule) {
        return others.release(request, rule);
    }

    @Override
    public Optional<Registration> find(OrgId org, RegistrationId id) {
        return others.find(org, id);
    }

    @Override
    public List<ReleaseRequest> expired(int limit) {
        return others.expired(limit);
    }

    @Override
    public AcceptDecision accept(AcceptRequest request, Function<Standing, AcceptDecision> rule) {
        return others.accept(request, rule);
    }

    @Override
    public TendDecision tend(TendRequest request) {
        return others.tend(request);
    }

    @Override
    public List<TendRequest> untended(int limit) {
        return others.untended(limit);
    }
}
