package io.turnout.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Puts registrations of the past into a house: in the same tables and indexes as real ones, as
/// large and in no other order (ids grow with time, digests do not), but sealed by nobody.
final class Filling {
    private static final int CHUNK = 50_000;
    private static final double MEGABYTE = 1e6;

    /// The guards of the gate are for programs; these rows have none.
    private static final List<String> UNGUARDED =
            List.of("set session_replication_role = replica", "set synchronous_commit = off");

    private static final List<String> INSERTS =
            List.of(
                    """
                    insert into registration
                        (org_id, registration_id, event_id, status, created_at)
                    select org_id, registration_id, event_id, 'confirmed', at from past
                    """,
                    """
                    insert into attendee (org_id, attendee_id, registration_id, event_id, ordinal,
                        item_id, session_ids, status, person, email_digest)
                    select org_id, attendee_id, registration_id, event_id, 0, item_id,
                        array[session_id], 'confirmed',
                        sha256(int4send(n)) || sha256(int4send(-n)) || sha256('a' || int4send(n))
                            || sha256('b' || int4send(n)) || sha256('c' || int4send(n)),
                        sha256('e' || int4send(n))
                    from past
                    """,
                    """
                    insert into record_key (org_id, record_id, wrapped)
                    select org_id, attendee_id,
                        sha256('v' || int4send(n)) || sha256('w' || int4send(n)) || int4send(n)
                    from past
                    """,
                    """
                    insert into idempotency_key
                        (org_id, key_digest, request_digest, registration_id, created_at)
                    select org_id, sha256('k' || int4send(n)), sha256('r' || int4send(n)),
                        registration_id, at
                    from past
                    """,
                    """
                    insert into outbox
                        (org_id, attendee_id, event_id, state, owed_at, due_at, record_id)
                    select org_id, attendee_id, event_id, 'sent', at, at,
                        'a04' || lpad(n::text, 15, '0')
                    from past
                    """);

    private static final String TAKEN =
            """
            update room set taken = entered.count from
                (select event_id, count(*) from attendee group by event_id) entered
            where room.event_id = entered.event_id
            """;

    private final BenchHouse house;

    Filling(BenchHouse house) {
        this.house = house;
    }

    /// What is there now, and how long it took.
    record Filled(int rows, Duration took, long bytes, long indexBytes) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d in %d s; %.0f MB, %.0f MB of it indexes; %d bytes each",
                    rows,
                    took.toSeconds(),
                    bytes / MEGABYTE,
                    indexBytes / MEGABYTE,
                    bytes / rows);
        }
    }

    /// Puts `rows` of them there, and leaves the database as it is after a night: with statistics,
    /// and its pages written.
    Filled fill(int rows) {
        long start = System.nanoTime();
        IntStream.range(0, (rows + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(
                        chunk ->
                                chunk(
                                        rows,
                                        chunk * CHUNK + 1,
                                        Math.min(rows, (chunk + 1) * CHUNK)));
        house.jdbi()
                .useHandle(
                        handle -> {
                            UNGUARDED.forEach(handle::execute);
                            handle.execute(TAKEN);
                            handle.execute("vacuum (analyze)");
                            handle.execute("checkpoint");
                        });
        house.expect(rows, 0);
        house.count();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Filled(rows, took, size("pg_total_relation_size"), size("pg_indexes_size"));
    }

    private void chunk(int rows, int from, int to) {
        house.jdbi()
                .useHandle(
                        handle -> {
                            UNGUARDED.forEach(handle::execute);
                            handle.execute(past(rows, from, to));
                            INSERTS.forEach(handle::execute);
                        });
    }

    /// Who came, numbers `from` to `to` of them, each for one of a hundred events.
    private static String past(int rows, int from, int to) {
        return """
        create temporary view past as
        select n, '%2$s' as org_id, ('{%3$s}'::text[])[1 + n %% 100] as event_id,
            ('{%4$s}'::text[])[1 + n %% 100] as item_id,
            ('{%5$s}'::text[])[1 + n %% 100] as session_id,
            now() - interval '1 second' * (%1$d - n) as at,
            overlay('00000000-0000-7000-8000-000000000000'
                placing lpad(to_hex(n), 8, '0') from 1)::uuid as registration_id,
            overlay('00000000-0000-7000-9000-000000000000'
                placing lpad(to_hex(n), 8, '0') from 1)::uuid as attendee_id
        from generate_series(%6$d, %7$d) n
        """
                .formatted(
                        rows,
                        Fair.HOT.org(),
                        ids(fair -> fair.event().value()),
                        ids(fair -> fair.item().value()),
                        ids(fair -> fair.session().value()),
                        from,
                        to);
    }

    private static String ids(Function<Fair, String> id) {
        return Fair.OF_ONE_ORG.stream().map(id).collect(Collectors.joining(","));
    }

    private long size(String function) {
        return house.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select sum(%s(name::regclass))::bigint
                                                from unnest(array['registration', 'attendee',
                                                    'record_key', 'idempotency_key', 'outbox'])
                                                    as name
                                                """
                                                        .formatted(function))
                                        .mapTo(Long.class)
                                        .one());
    }
}
