package io.turnout.adapters.postgres;

import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Erases some people from an org's tables, within a transaction: names and the hash they are found
/// by become empty, the keys that open them are deleted, what an idempotency key remembers of a
/// request becomes empty, links go. A write that may have begun is owed once more, of nobody, in a
/// next version: whatever call is in flight cannot settle it. Each statement is one for all of
/// them; what it did is counted for each by the ids that it names.
final class ErasureSweep {
    /// In the order of their ids, as all who lock several.
    private static final String THEM =
            Sought.SOUGHT
                    + """
                    select a.attendee_id, a.registration_id, sought.erasure_id
                    from sought
                    join attendee a on a.org_id = :org and a.email_digest = sought.finder
                    join registration r on r.org_id = :org
                        and r.registration_id = a.registration_id
                        and r.created_at <= sought.asked_at
                    order by a.attendee_id, sought.asked_at for update of a
                    """;

    /// Looked for after those rows are locked, so that nobody is erased who still holds seats.
    static final String ALONE =
            Sought.SOUGHT
                    + """
                    select distinct r.registration_id, sought.erasure_id
                    from sought
                    join attendee a on a.org_id = :org and a.email_digest = sought.finder
                    join registration r on r.org_id = :org
                        and r.registration_id = a.registration_id
                        and r.created_at <= sought.asked_at and r.status <> 'cancelled'
                    join event e on e.org_id = :org and e.event_id = r.event_id
                        and e.ends_at > now()
                    where not exists (select from attendee other
                        where other.org_id = :org and other.registration_id = r.registration_id
                        and other.erasure_id is null
                        and not exists (select from sought too
                            where too.finder = other.email_digest
                            and r.created_at <= too.asked_at))
                    order by r.registration_id limit :limit
                    """;
    private static final String LINKS =
            Sought.SOUGHT
                    + """
                    select link.link_id, sought.erasure_id
                    from sought
                    join link on link.org_id = :org and link.email_digest = sought.finder
                        and link.kept_at <= sought.asked_at
                    order by link.link_id, sought.asked_at for update of link
                    """;

    /// Rows that were never in a call are withdrawn where nobody takes a seat.
    private static final String WITHDRAW =
            """
            delete from outbox using attendee a
            where outbox.org_id = :org and outbox.attendee_id = any(:ids)
            and a.org_id = :org and a.attendee_id = outbox.attendee_id
            and a.status = 'cancelled' and call_id is null and record_id is null
            and bulk_job is null
            returning outbox.attendee_id
            """;
    private static final String OWE =
            """
            with owed as (
                update outbox set version = version + 1, state = 'waiting', owed_at = now(),
                    due_at = now(), failures = 0, reason_code = null, reason_fields = null,
                    reason_words = null
                where org_id = :org and attendee_id = any(:ids)
                returning event_id, attendee_id, old.state as was
            ), lanes as (
                insert into lane (org_id, event_id)
                select :org, event_id from owed group by event_id order by event_id
                on conflict (org_id, event_id) do update set owed = true where not lane.owed
            )
            select attendee_id, was = 'set_aside' from owed
            """;
    private static final String EMPTY =
            """
            update attendee set person = '', email_digest = '', erasure_id = wish
            from unnest(cast(:ids as uuid[]), cast(:wishes as uuid[])) as gone (id, wish)
            where org_id = :org and attendee_id = id returning attendee_id
            """;
    private static final String KEYS =
            """
            delete from record_key where org_id = :org and record_id = any(:ids)
            returning record_id
            """;
    private static final String ANSWERS =
            """
            update idempotency_key set request_digest = ''
            where org_id = :org and registration_id = any(:ids) and request_digest <> ''
            returning registration_id
            """;
    private static final String UNINVITE =
            """
            update registration set link_id = null, link_use = null
            where org_id = :org and link_id is not null
            and (registration_id = any(:registrations)
                or (link_id = any(:links) and status <> 'cancelled'))
            returning old.link_id
            """;
    private static final String DELETE_LINKS =
            "delete from link where org_id = :org and link_id = any(:ids) returning link_id";

    /// The record that an org made to invite them, by its id alone, is owed that they be nobody.
    private static final String RECORDS =
            """
            with owed as (
                update minted_link set forgotten = true, erasure_id = wish, due_at = now(),
                    failures = 0,
                    state = case state when 'gone' then state else 'waiting' end,
                    reason_code = null, reason_fields = null
                from unnest(cast(:ids as uuid[]), cast(:wishes as uuid[])) as gone (id, wish)
                where org_id = :org and link_id = id and not forgotten
                returning event_id, link_id, state
            ), lanes as (
                insert into lane (org_id, event_id, owed, links_owed_at)
                select :org, event_id, false, now() from owed group by event_id order by event_id
                on conflict (org_id, event_id) do update
                    set links_owed_at = coalesce(lane.links_owed_at, now())
            )
            select link_id from owed where state <> 'gone'
            """;

    /// A key that came this moment finds people by what is not looked for.
    private static final String ALL_KEYS =
            """
            select not exists (select from org_key
                where org_id = :org and purpose = 'email' and key_id <> all(:keys))
            """;

    private static final Erased REGISTRATION = new Erased(1, 0, 0, 0, 0, 0, 0, 0);
    private static final Erased ATTENDEE = new Erased(0, 1, 0, 0, 0, 0, 0, 0);
    private static final Erased LINK = new Erased(0, 0, 1, 0, 0, 0, 0, 0);
    private static final Erased KEY = new Erased(0, 0, 0, 1, 0, 0, 0, 0);
    private static final Erased ANSWER = new Erased(0, 0, 0, 0, 1, 0, 0, 0);
    private static final Erased WITHDRAWN = new Erased(0, 0, 0, 0, 0, 1, 0, 0);
    private static final Erased SET_ASIDE = new Erased(0, 0, 0, 0, 0, 0, 1, 1);
    private static final Erased OWED = new Erased(0, 0, 0, 0, 0, 0, 0, 1);

    private final Handle handle;
    private final Sought sought;
    private final Map<ErasureId, Erased> erased = new HashMap<>();

    private ErasureSweep(Handle handle, Sought sought) {
        this.handle = handle;
        this.sought = sought;
    }

    /// What was erased by each wish that found anything. Empty, and nothing written, while there
    /// are seats to give up, or a key that is not among those sought by.
    static Optional<Map<ErasureId, Erased>> sweep(Handle handle, Sought sought) {
        ErasureSweep sweep = new ErasureSweep(handle, sought);
        return sweep.hasAllKeys() && sweep.swept() ? Optional.of(sweep.erased) : Optional.empty();
    }

    private boolean hasAllKeys() {
        return handle.createQuery(ALL_KEYS)
                .bind("org", sought.org().value())
                .bindArray("keys", Integer.class, List.copyOf(sought.keys()))
                .mapTo(Boolean.class)
                .one();
    }

    private record Them(UUID attendee, UUID registration, UUID wish) {}

    private record Visit(UUID registration, UUID wish) {}

    /// False, and nothing written, while there are seats to give up. Whoever asked twice is erased
    /// by the first wish that reaches as far.
    private boolean swept() {
        Map<UUID, UUID> attendees = new LinkedHashMap<>();
        Map<UUID, UUID> registrations = new LinkedHashMap<>();
        Set<Visit> visits = new HashSet<>();
        for (Them one : them()) {
            if (attendees.putIfAbsent(one.attendee(), one.wish()) == null) {
                var _ = registrations.putIfAbsent(one.registration(), one.wish());
                boolean _ = visits.add(new Visit(one.registration(), one.wish()));
            }
        }
        if (sought.bind(handle.createQuery(ALONE))
                .bind("limit", 1)
                .mapToMap()
                .findOne()
                .isPresent()) {
            return false;
        }
        Map<UUID, UUID> links = links();
        visits.forEach(visit -> add(visit.wish(), REGISTRATION));
        eraseAttendees(attendees);
        count(query(ANSWERS, registrations), registrations, ANSWER);
        uninvite(registrations, links);
        count(query(KEYS, links), links, KEY);
        count(owned(RECORDS, links), links, OWED);
        count(query(DELETE_LINKS, links), links, LINK);
        return true;
    }

    private List<Them> them() {
        return sought.bind(handle.createQuery(THEM))
                .map((row, _) -> new Them(id(row, 1), id(row, 2), id(row, 3)))
                .list();
    }

    private Map<UUID, UUID> links() {
        Map<UUID, UUID> links = new LinkedHashMap<>();
        sought.bind(handle.createQuery(LINKS))
                .map((row, _) -> Map.entry(id(row, 1), id(row, 2)))
                .forEach(link -> links.putIfAbsent(link.getKey(), link.getValue()));
        return links;
    }

    private void eraseAttendees(Map<UUID, UUID> attendees) {
        count(query(WITHDRAW, attendees), attendees, WITHDRAWN);
        query(OWE, attendees)
                .map((row, _) -> Map.entry(id(row, 1), row.getBoolean(2)))
                .forEach(one -> add(attendees, one.getKey(), one.getValue() ? SET_ASIDE : OWED));
        count(owned(EMPTY, attendees), attendees, ATTENDEE);
        count(query(KEYS, attendees), attendees, KEY);
    }

    /// Also whoever is invited by a link that goes; and every instance hears of what went.
    private void uninvite(Map<UUID, UUID> registrations, Map<UUID, UUID> links) {
        Set<UUID> changed = new HashSet<>(links.keySet());
        handle.createQuery(UNINVITE)
                .bind("org", sought.org().value())
                .bindArray("registrations", UUID.class, List.copyOf(registrations.keySet()))
                .bindArray("links", UUID.class, List.copyOf(links.keySet()))
                .map((row, _) -> id(row, 1))
                .forEach(changed::add);
        LinkNews.tell(handle, sought.org(), changed);
    }

    private Query query(String sql, Map<UUID, UUID> whose) {
        return handle.createQuery(sql)
                .bind("org", sought.org().value())
                .bindArray("ids", UUID.class, List.copyOf(whose.keySet()));
    }

    /// Tells the statement also by which wish.
    private Query owned(String sql, Map<UUID, UUID> whose) {
        return query(sql, whose).bindArray("wishes", UUID.class, List.copyOf(whose.values()));
    }

    private void count(Query query, Map<UUID, UUID> whose, Erased each) {
        query.map((row, _) -> id(row, 1)).forEach(id -> add(whose, id, each));
    }

    private void add(Map<UUID, UUID> whose, UUID id, Erased more) {
        add(Objects.requireNonNull(whose.get(id), "nobody asked for that"), more);
    }

    private void add(UUID wish, Erased more) {
        var _ = erased.merge(new ErasureId(wish), more, Erased::plus);
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
