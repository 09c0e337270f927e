package io.turnout.adapters.postgres;

import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.domain.erasure.Erased;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Erases one person from an org's tables, within a transaction: names and the hash they are found
/// by become empty, the keys that open them are deleted, what an idempotency key remembers of a
/// request becomes empty, links go. A write that may have begun is owed once more, of nobody, in a
/// next version: whatever call is in flight cannot settle it.
final class ErasureSweep {
    /// In the order of their ids, as all who lock several.
    private static final String THEM =
            """
            select a.attendee_id, a.registration_id
            from attendee a
            join registration r on r.org_id = a.org_id and r.registration_id = a.registration_id
            where a.org_id = :org and a.email_digest = any(:finders) and r.created_at <= :asked
            order by a.attendee_id for update of a
            """;
    /// Looked for after those rows are locked, so that nobody is erased who still holds seats.
    static final String ALONE =
            """
            select r.registration_id from registration r
            join event e on e.org_id = r.org_id and e.event_id = r.event_id
            where r.org_id = :org and r.registration_id in (select registration_id from attendee
                where org_id = :org and email_digest = any(:finders))
            and r.created_at <= :asked and r.status <> 'cancelled' and e.ends_at > now()
            and not exists (select from attendee other
                where other.org_id = r.org_id and other.registration_id = r.registration_id
                and other.email_digest <> all(:finders) and other.erasure_id is null)
            order by r.registration_id limit :limit
            """;
    private static final String LINKS =
            """
            select link_id from link
            where org_id = :org and email_digest = any(:finders) and kept_at <= :asked
            order by link_id for update
            """;

    /// Rows that were never in a call are withdrawn where nobody takes a seat.
    private static final String WITHDRAW =
            """
            with gone as (
                delete from outbox using attendee a
                where outbox.org_id = :org and outbox.attendee_id = any(:attendees)
                and a.org_id = :org and a.attendee_id = outbox.attendee_id
                and a.status = 'cancelled' and call_id is null and record_id is null
                and bulk_job is null
                returning outbox.attendee_id
            )
            select count(*) from gone
            """;
    private static final String OWE =
            """
            with owed as (
                update outbox set version = version + 1, state = 'waiting', owed_at = now(),
                    due_at = now(), failures = 0, reason_code = null, reason_fields = null,
                    reason_words = null
                where org_id = :org and attendee_id = any(:attendees)
                returning event_id, old.state as was
            ), lanes as (
                insert into lane (org_id, event_id)
                select :org, event_id from owed group by event_id order by event_id
                on conflict (org_id, event_id) do update set owed = true where not lane.owed
            )
            select count(*) as owed, count(*) filter (where was = 'set_aside') as set_aside
            from owed
            """;
    private static final String EMPTY =
            """
            update attendee set person = '', email_digest = '', erasure_id = :id
            where org_id = :org and attendee_id = any(:attendees)
            """;
    private static final String KEYS =
            "delete from record_key where org_id = :org and record_id = any(:records)";
    private static final String ANSWERS =
            """
            update idempotency_key set request_digest = ''
            where org_id = :org and registration_id = any(:registrations) and request_digest <> ''
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
            "delete from link where org_id = :org and link_id = any(:links)";

    /// The record that an org made to invite them, by its id alone, is owed that they be nobody.
    private static final String RECORDS =
            """
            with owed as (
                update minted_link set forgotten = true, erasure_id = :id, due_at = now(),
                    failures = 0,
                    state = case state when 'gone' then state else 'waiting' end,
                    reason_code = null, reason_fields = null
                where org_id = :org and link_id = any(:links) and not forgotten
                returning event_id, state
            ), lanes as (
                insert into lane (org_id, event_id, owed, links_owed_at)
                select :org, event_id, false, now() from owed group by event_id order by event_id
                on conflict (org_id, event_id) do update
                    set links_owed_at = coalesce(lane.links_owed_at, now())
            )
            select count(*) from owed where state <> 'gone'
            """;

    /// A key that came this moment finds people by what is not looked for.
    private static final String ALL_KEYS =
            """
            select not exists (select from org_key
                where org_id = :org and purpose = 'email' and key_id <> all(:keys))
            """;

    private final Handle handle;
    private final Turn turn;
    private final Map<Integer, byte[]> finders;

    private ErasureSweep(Handle handle, Turn turn, Map<Integer, byte[]> finders) {
        this.handle = handle;
        this.turn = turn;
        this.finders = finders;
    }

    private record Them(UUID attendee, UUID registration) {}

    /// Empty, and nothing written, while there are seats to give up, or a key that is not among
    /// those of `finders`.
    static Optional<Erased> sweep(Handle handle, Turn turn, Map<Integer, byte[]> finders) {
        ErasureSweep sweep = new ErasureSweep(handle, turn, finders);
        return sweep.hasAllKeys() ? sweep.sweep() : Optional.empty();
    }

    private boolean hasAllKeys() {
        return handle.createQuery(ALL_KEYS)
                .bind("org", turn.org().value())
                .bindArray("keys", Integer.class, List.copyOf(finders.keySet()))
                .mapTo(Boolean.class)
                .one();
    }

    private Optional<Erased> sweep() {
        List<Them> them =
                theirs(handle.createQuery(THEM))
                        .map(
                                (row, _) ->
                                        new Them(
                                                row.getObject(1, UUID.class),
                                                row.getObject(2, UUID.class)))
                        .list();
        if (theirs(handle.createQuery(ALONE))
                .bind("limit", 1)
                .mapTo(UUID.class)
                .findOne()
                .isPresent()) {
            return Optional.empty();
        }
        List<UUID> links = theirs(handle.createQuery(LINKS)).mapTo(UUID.class).list();
        List<UUID> attendees = them.stream().map(Them::attendee).toList();
        List<UUID> registrations = them.stream().map(Them::registration).distinct().toList();
        Erased writes = attendees.isEmpty() ? Erased.NOTHING : attendees(attendees);
        int answers = registrations.isEmpty() ? 0 : run(ANSWERS, "registrations", registrations);
        if (!registrations.isEmpty() || !links.isEmpty()) {
            List<UUID> used =
                    of(handle.createQuery(UNINVITE), "registrations", registrations)
                            .bindArray("links", UUID.class, links)
                            .mapTo(UUID.class)
                            .list();
            LinkNews.tell(handle, turn.org(), used);
        }
        LinkNews.tell(handle, turn.org(), links);
        int keys = links.isEmpty() ? 0 : run(KEYS, "records", links);
        int invitations = links.isEmpty() ? 0 : records(links);
        int gone = links.isEmpty() ? 0 : run(DELETE_LINKS, "links", links);
        return Optional.of(
                new Erased(registrations.size(), 0, gone, keys, answers, 0, 0, invitations)
                        .plus(writes));
    }

    private int records(List<UUID> links) {
        return of(handle.createQuery(RECORDS), "links", links)
                .bind("id", turn.wish().id().value())
                .mapTo(Integer.class)
                .one();
    }

    private Erased attendees(List<UUID> attendees) {
        int withdrawn =
                of(handle.createQuery(WITHDRAW), "attendees", attendees).mapTo(Integer.class).one();
        Erased owed =
                of(handle.createQuery(OWE), "attendees", attendees)
                        .map((row, _) -> new Erased(0, 0, 0, 0, 0, 0, row.getInt(2), row.getInt(1)))
                        .one();
        int emptied =
                of(handle.createUpdate(EMPTY), "attendees", attendees)
                        .bind("id", turn.wish().id().value())
                        .execute();
        int keys = run(KEYS, "records", attendees);
        return new Erased(0, emptied, 0, keys, 0, withdrawn, 0, 0).plus(owed);
    }

    private int run(String sql, String name, List<UUID> ids) {
        return of(handle.createUpdate(sql), name, ids).execute();
    }

    private <S extends SqlStatement<S>> S of(S statement, String name, List<UUID> ids) {
        return statement.bind("org", turn.org().value()).bindArray(name, UUID.class, ids);
    }

    private <S extends SqlStatement<S>> S theirs(S statement) {
        return theirs(statement, turn, finders);
    }

    /// Binds what they are found by.
    static <S extends SqlStatement<S>> S theirs(
            S statement, Turn turn, Map<Integer, byte[]> finders) {
        return statement
                .bind("org", turn.org().value())
                .bind("finders", new ByteaArray(List.copyOf(finders.values())))
                .bind("asked", LedgerRows.utc(turn.wish().asked()));
    }
}
