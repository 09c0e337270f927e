package io.turnout.adapters.postgres;

import io.turnout.application.hosting.VanityHosts;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.org.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Hosts in PostgreSQL, all of them remembered here. They are few and read for every request, so
/// they are read whole once a second: nothing that is lost on the way can leave one behind.
public final class PostgresVanityHosts implements VanityHosts {
    private static final String KEEP =
            """
            insert into vanity_host (org_id, host, state, quota, window_millis, changed_at)
            values (:org, :host, :state, :quota, :window, now())
            on conflict (host) do update set state = excluded.state, quota = excluded.quota,
                window_millis = excluded.window_millis, changed_at = excluded.changed_at
            where vanity_host.org_id = excluded.org_id
            returning xmax = 0
            """;
    private static final String REMOVE =
            "delete from vanity_host where org_id = :org and host = :host";
    private static final String ALL =
            """
            select org_id, host, state, quota, window_millis
            from vanity_host join org_home using (org_id)
            where home = :stack order by host limit :limit
            """;

    private final Gate gate;
    private volatile NavigableMap<String, VanityHost> known = new TreeMap<>();

    public PostgresVanityHosts(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Keeping keep(VanityHost host) {
        Keeping keeping =
                gate.jdbi()
                        .inTransaction(
                                handle ->
                                        gate.enter(handle, host.org()) == Gate.Entry.OK
                                                ? keep(handle, host)
                                                : Keeping.ELSEWHERE);
        refresh();
        return keeping;
    }

    private static Keeping keep(Handle handle, VanityHost host) {
        @Nullable Long quota = host.rate().map(Rate::quota).orElse(null);
        @Nullable Long window = host.rate().map(rate -> rate.window().toMillis()).orElse(null);
        Optional<Boolean> first =
                handle.createQuery(KEEP)
                        .bind("org", host.org().value())
                        .bind("host", host.name().value())
                        .bind("state", word(host.state()))
                        .bindByType("quota", quota, Long.class)
                        .bindByType("window", window, Long.class)
                        .mapTo(Boolean.class)
                        .findOne();
        return first.map(fresh -> fresh ? Keeping.FIRST : Keeping.REPLACED).orElse(Keeping.TAKEN);
    }

    private static String word(HostState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Removal remove(HostName name) {
        refresh();
        Removal removal =
                find(name.value()).map(host -> remove(host.org(), name)).orElse(Removal.UNKNOWN);
        refresh();
        return removal;
    }

    private Removal remove(OrgId org, HostName name) {
        return gate.jdbi()
                .inTransaction(
                        handle -> {
                            if (gate.enter(handle, org) != Gate.Entry.OK) {
                                return Removal.ELSEWHERE;
                            }
                            int removed =
                                    handle.createUpdate(REMOVE)
                                            .bind("org", org.value())
                                            .bind("host", name.value())
                                            .execute();
                            return removed == 1 ? Removal.REMOVED : Removal.UNKNOWN;
                        });
    }

    @Override
    public Optional<VanityHost> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    @Override
    public Optional<VanityHost> openOf(OrgId org) {
        return known.values().stream()
                .filter(host -> host.org().equals(org) && host.state() == HostState.OPEN)
                .findFirst();
    }

    @Override
    public List<VanityHost> list(Optional<HostName> after, int limit) {
        return after.map(name -> known.tailMap(name.value(), false)).orElse(known).values().stream()
                .limit(limit)
                .toList();
    }

    /// One after another, so that an older look never comes last.
    @Override
    public synchronized void refresh() {
        NavigableMap<String, VanityHost> read = new TreeMap<>();
        gate.jdbi()
                .useHandle(
                        handle ->
                                handle.createQuery(ALL)
                                        .bind("stack", gate.stack())
                                        .bind("limit", HOSTS_MAX)
                                        .map((row, _) -> host(row))
                                        .forEach(host -> read.put(host.name().value(), host)));
        known = read;
    }

    private static VanityHost host(ResultSet row) throws SQLException {
        long quota = row.getLong("quota");
        Optional<Rate> rate =
                quota == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Rate(quota, Duration.ofMillis(row.getLong("window_millis"))));
        return new VanityHost(
                new HostName(row.getString("host")),
                new OrgId(row.getString("org_id")),
                rate,
                HostState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
